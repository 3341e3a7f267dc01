import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'

import { countEnrolled, lockDoomedCourse } from '@/operations/catalog/courseHolds'
import { eraseContents } from '@/operations/catalog/eraseContents'

import { refusal } from './refusals'

type Course = { deletedAt?: null | string; id: string; title?: null | string }

/**
 * 409 courseHasEnrollments with their number where a course with learners is moved to the trash,
 * unless the request names that number: `?confirm=<number of active enrollments>`.
 */
export const confirmTrash: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const course = originalDoc as Course | undefined
  const isTrashing = Boolean((data as Course).deletedAt) && !course?.deletedAt
  if (!isTrashing || !course) {
    return
  }
  const enrollments = await countEnrolled({ course: course.id, req })
  if (enrollments > 0 && req.searchParams.get('confirm') !== String(enrollments)) {
    throw refusal({
      code: 'courseHasEnrollments',
      count: enrollments,
      req,
      title: course.title ?? '',
    })
  }
}

/**
 * A course is removed for good from the trash alone, with all that it is made of; 409 inUse for one
 * that somebody was enrolled in or ordered, which stays there for them.
 */
export const eraseWhole: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const course = String(id)
  const doomed = await lockDoomedCourse({ course, req })
  if (!doomed) {
    return
  }
  const { isHeld, isTrashed, title } = doomed
  if (isHeld || !isTrashed) {
    throw refusal({ code: isHeld ? 'inUse' : 'notInTrash', req, title })
  }
  await eraseContents({ course, req })
}
