import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

/**
 * When access by an enrollment `row` ends, null for never, as a value: its own end, or that of its cohort where that one
 * closes the course.
 */
export const accessEndOf = (row: 'e' | 'x'): SQL => {
  const of = sql.identifier(row)

  return sql`least(${of}.access_until, (select k.ends_at from cohorts k where k.id = ${of}.cohort_id and k.closes_at_end))`
}

/** Enrollments `e` that are neither paused, removed nor over, though their cohort may not have started. */
export const LASTING_ENROLLMENT = sql`e.status = 'active' and (${accessEndOf('e')} is null or ${accessEndOf('e')} > now())`

/** Whether the cohort of an enrollment `e` is still to start, as a value. */
export const BEFORE_START = sql`exists (select 1 from cohorts k where k.id = e.cohort_id and k.starts_at > now())`

/**
 * Enrollments `e` that open their course at this moment: the one condition by which lessons, media, progress,
 * attempts and everything else decides. The index on learner and course finds the row, so it costs no look of its own.
 */
export const OPEN_ENROLLMENT = sql`${LASTING_ENROLLMENT} and not ${BEFORE_START}`

/** Whether learners see the discussion of their cohort `k`, as a value. */
export const DISCUSSION_SHOWN = sql`(coalesce(k.has_discussion, true)
  and not (k.discussion_at_end = 'closed' and coalesce(k.ends_at <= now(), false)))`

/** How an enrollment `row` stands, as JSON: what the rules of release ask of it. */
export const standingIn = (row: 'e' | 'x'): SQL => {
  const of = sql.identifier(row)

  return sql`json_build_object('status', ${of}.status, 'accessUntil', ${accessEndOf(row)}, 'enrolledAt', ${of}.created_at,
    'cohort', (select json_build_object('startsAt', k.starts_at, 'dates', coalesce(k.dates, '{}'))
      from cohorts k where k.id = ${of}.cohort_id))`
}
