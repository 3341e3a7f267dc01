import { sql } from '@payloadcms/db-postgres'

import type { Limit } from '@/operations/tenancy/limits'

/** Accounts of a school, learners' and staff's, that are or may become active; suspended and banned ones take no place. */
export const accountLimit: Limit = {
  name: 'accounts',
  used: (tenant) =>
    sql`select count(*) from users where tenant_id = ${tenant} and status in ('pending', 'active')`,
  weigh: ({ status = 'pending' }) => (status === 'pending' || status === 'active' ? 1 : 0),
}
