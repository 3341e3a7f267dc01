import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OfCourse } from '@/domain/catalog/ofCourse'

import { LASTING_ENROLLMENT } from '@/database/openEnrollments'
import { row } from '@/database/transaction'

/** How many learners a course is open to now. */
export const countEnrolled = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<number> => {
  const found = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from enrollments e where e.course_id = ${course} and ${LASTING_ENROLLMENT}`,
  )

  return found?.count ?? 0
}

/** Collections whose rows name a course by `course`, downstream first: those that go with it, or those that hold it. */
export const collectionsOfCourse = (payload: Payload, kind: OfCourse): CollectionSlug[] =>
  payload.config.collections
    .filter(({ custom }) => (custom as { ofCourse?: OfCourse }).ofCourse === kind)
    .map(({ slug }) => slug)
    .reverse()

/** A course about to be removed for good; `isHeld` when somebody was ever enrolled in it or ordered it. */
export type DoomedCourse = { isHeld: boolean; isTrashed: boolean; title: string }

/**
 * Looks at a course and locks it until the transaction ends, so that nobody is enrolled in it or
 * orders it meanwhile; undefined where there is none.
 */
export const lockDoomedCourse = async ({
  course,
  req,
}: {
  course: string
  req: PayloadRequest
}): Promise<DoomedCourse | undefined> => {
  const locked = await row<Omit<DoomedCourse, 'isHeld'>>(
    req,
    sql`select coalesce(title, '') as title, deleted_at is not null as "isTrashed"
        from courses where id::text = ${course} for update`,
  )

  return locked && { ...locked, isHeld: await isHeld(req, course) }
}

const isHeld = async (req: PayloadRequest, course: string): Promise<boolean> => {
  for (const collection of collectionsOfCourse(req.payload, 'hold')) {
    const { totalDocs } = await req.payload.count({
      collection,
      overrideAccess: true,
      req,
      trash: true,
      where: { course: { equals: course } },
    })
    if (totalDocs > 0) {
      return true
    }
  }

  return false
}
