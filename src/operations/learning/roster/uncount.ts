import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** Whose: of a cohort, of some enrollments, of all in courses that a lesson or quiz is in, or left, or of the school, where anything is due. */
type Which =
  | { cohort: string }
  | { enrollments: readonly string[] }
  | { left?: string; lesson: string }
  | { quiz: string }
  | { school: string }

/** Courses in which something is due, of those of the school. */
const WITH_DUE_WORK = sql`select l.course_id from lessons l where l.kind = 'assignment' and l.assignment_due <> 'none'
  union select x.course_id from edition_lessons x where x.facts ->> 'kind' = 'assignment' and x.facts ->> 'assignment_due' <> 'none'`

const condition = (which: Which): SQL => {
  if ('cohort' in which) {
    return sql`e.cohort_id = ${which.cohort}`
  }
  if ('school' in which) {
    return sql`e.tenant_id = ${which.school} and e.course_id in (${WITH_DUE_WORK})`
  }
  if ('enrollments' in which) {
    return sql`e.id = any(${sql.param([...which.enrollments])}::uuid[])`
  }
  if ('quiz' in which) {
    return sql`e.course_id in (select l.course_id from lessons l where l.quiz_id = ${which.quiz}
      union select x.course_id from edition_lessons x where x.facts ->> 'quiz_id' = ${which.quiz})`
  }

  return sql`e.course_id in (select l.course_id from lessons l where l.id = ${which.lesson} and (l.kind in ('quiz', 'assignment') or l.quiz_id is not null
    or exists (select 1 from _lessons_v v where v.parent_id = l.id and v.version_kind::text in ('quiz', 'assignment')))
    union select ${which.left ?? null}::uuid)`
}

/** Has it counted anew by the next minute what holds learners up, and what of theirs is to be graded. In the caller's transaction. */
export const uncount = async ({
  req,
  ...which
}: Which & { req: PayloadRequest }): Promise<void> => {
  await rows(
    req,
    sql`update enrollments set counted_at = null where id in (
          select e.id from enrollments e where ${condition(which)} and e.counted_at is not null order by e.id for no key update)`,
  )
}
