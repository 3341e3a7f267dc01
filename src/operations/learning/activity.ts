import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

/** Whether it is noted already that the learner of an enrollment `row` is active in this minute. */
export const isActiveIn = (row: 'e' | 'x'): SQL =>
  sql`coalesce(${sql.identifier(row)}.last_activity_at >= now() - interval '1 minute', false)`

/**
 * A part of a `with` that notes that the learner of an enrollment is active now, to the minute. It never waits: where
 * somebody else holds the row, the next act says it, or the count that follows when a lesson is completed.
 */
export const activeIn = (enrollment: SQL | string): SQL =>
  sql`active as (update enrollments set last_activity_at = now() where id = (select x.id from enrollments x
    where x.id = ${enrollment} and not ${isActiveIn('x')} for no key update skip locked))`

/** A statement that writes what a learner does, and notes along with it that they are active. */
export const whileActive = (enrollment: SQL | string, statement: SQL): SQL =>
  sql`with ${activeIn(enrollment)} ${statement}`
