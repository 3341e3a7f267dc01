import { sql } from '@payloadcms/db-postgres'

import type { Limit } from '@/operations/tenancy/limits'

/** Courses of a school, drafts among them; those in the trash take no place until they come back. */
export const courseLimit: Limit = {
  name: 'courses',
  used: (tenant) =>
    sql`select count(*) from courses where tenant_id = ${tenant} and deleted_at is null`,
  weigh: ({ deletedAt }) => (deletedAt ? 0 : 1),
}
