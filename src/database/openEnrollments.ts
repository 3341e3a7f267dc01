import { sql } from '@payloadcms/db-postgres'

/**
 * Enrollments `e` that open their course at this moment: the one condition by which lessons, media, progress,
 * attempts and everything else decides. The index on learner and course finds the row, so it costs no look of its own.
 */
export const OPEN_ENROLLMENT = sql`e.status = 'active' and (e.access_until is null or e.access_until > now())`
