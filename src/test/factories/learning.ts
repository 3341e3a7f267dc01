import type { Lesson as Document } from '@payload-types'
import type { Payload } from 'payload'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { enroll } from '@/operations/learning/enroll'
import { requestOf } from '@/test/harness'

import { factories } from './index'

type Lesson = Partial<Omit<Document, 'course' | 'section' | 'tenant'>>

/** Rooms for tests of learning: a school with a course, its lessons in order, and a learner enrolled in it. */
export const classrooms = (payload: Payload) => {
  const make = factories(payload)

  const enrolled = async ({
    course,
    learner,
    tenant,
  }: {
    course: string
    learner: string
    tenant: string
  }) =>
    asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () =>
        enroll({ course, learner, order: null, req, source: 'free', tenant }),
      )
    })

  const lesson = async ({
    course,
    section,
    tenant,
    ...given
  }: Lesson & { course: string; section: string; tenant: string }) =>
    (await make.lesson({ course, section, tenant, ...given })).id

  return {
    ...make,
    classroom: async ({ lessons = [{}] }: { lessons?: Lesson[] } = {}) => {
      const tenant = (await make.tenant()).id
      const { id: course, slug } = await make.course({ tenant })
      const section = (await make.section({ course, tenant })).id
      const ids: string[] = []
      for (const given of lessons) {
        ids.push(await lesson({ course, section, tenant, ...given }))
      }
      const learner = await make.user({ tenant })
      await enrolled({ course, learner: learner.id, tenant })

      return { slug, course, first: ids[0] ?? '', learner, lessons: ids, section, tenant }
    },
    enrolled,
    lessonIn: lesson,
  }
}
