import type { Cohort } from '@payload-types'
import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ReleaseRule } from '@/domain/catalog/release'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { requestOf } from '@/test/harness'

import { classrooms } from './learning'

type Room = { course: string; tenant: string }

/** Courses whose lessons open by rules, and what is known of who learns in them. */
export const drips = (payload: Payload) => {
  const rooms = classrooms(payload)
  const query = <Row = Record<string, unknown>>(
    { tenant }: Pick<Room, 'tenant'>,
    statement: ReturnType<typeof sql>,
  ) => asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

  return {
    ...rooms,
    /** Another section of a course with lessons of its own; answers its id and theirs. */
    addSection: async ({ course, tenant }: Room, lessons: object[]) => {
      const { id: section } = await rooms.section({ course, tenant })
      const ids: string[] = []
      for (const given of lessons) {
        ids.push(await rooms.lessonIn({ course, section, tenant, ...given }))
      }

      return { lessons: ids, section }
    },
    /** A cohort of a course, running since 2020 where nothing else is said; answers its id. */
    cohort: async ({ tenant, ...given }: Room & Partial<Omit<Cohort, 'course' | 'tenant'>>) =>
      asTenant(tenant, async () => {
        const made = await payload.create({
          collection: 'cohorts',
          data: {
            name: `Cohort ${crypto.randomUUID().slice(0, 8)}`,
            startsAt: '2020-01-01T00:00:00.000Z',
            ...given,
            tenant,
          },
          depth: 0,
          overrideAccess: true,
        })

        return made.id
      }),
    complete: async ({ tenant }: Pick<Room, 'tenant'>, learner: string, lesson: string) =>
      query(
        { tenant },
        sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position, completed_at)
            select uuidv7(), l.tenant_id, e.learner_id, l.id, l.course_id, e.id, '[]', 0, 0, 0, now()
            from lessons l join enrollments e on e.course_id = l.course_id and e.learner_id = ${learner} where l.id = ${lesson}`,
      ),
    enrollmentOf: async ({ course, tenant }: Room, learner: string): Promise<string> =>
      asTenant(tenant, async () => {
        const found = await row<{ id: string }>(
          await requestOf(),
          sql`select id from enrollments where course_id = ${course} and learner_id = ${learner}`,
        )

        return found?.id ?? ''
      }),
    /** Puts somebody who is enrolled into a cohort. */
    inCohort: ({ course, tenant }: Room, learner: string, cohort: string) =>
      query(
        { tenant },
        sql`update enrollments set cohort_id = ${cohort}, next_release_at = now() where course_id = ${course} and learner_id = ${learner}`,
      ),
    query,
    /** Gives a section or lesson a rule, as its author does. */
    rule: (
      { tenant }: Pick<Room, 'tenant'>,
      collection: 'lessons' | 'sections',
      id: string,
      release: null | ReleaseRule,
    ) =>
      asTenant(tenant, () =>
        payload.update({ id, collection, data: { release }, depth: 0, overrideAccess: true }),
      ),
  }
}
