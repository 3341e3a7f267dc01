import { sql } from '@payloadcms/db-postgres'

/** Whether visitors see the course `c`, and so a link to its page leads anywhere. */
export const SHOWN_COURSE = sql`(c._status = 'published' and c.deleted_at is null)`
