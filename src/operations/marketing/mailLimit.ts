import { sql } from '@payloadcms/db-postgres'

import type { Limit } from '@/operations/tenancy/limits'

/** Mails that course updates of this calendar month (UTC) have gone out to. Mails that a learner waits for are never counted, nor held back. */
export const mailLimit: Limit = {
  name: 'mails',
  used: (tenant) =>
    sql`select coalesce(sum(recipients), 0) from course_updates
        where tenant_id = ${tenant} and created_at >= date_trunc('month', now() at time zone 'utc') at time zone 'utc'`,
  weigh: ({ recipients }) => Number(recipients ?? 0),
}
