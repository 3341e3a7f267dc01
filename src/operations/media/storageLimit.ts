import { sql } from '@payloadcms/db-postgres'

import type { Limit } from '@/operations/tenancy/limits'


import { bytesOfRow } from '@/domain/media/bytes'

/** Bytes of a school's files, of those under way and of those that its learners handed in, the sizes made of its images included; those in AVIF are the platform's own saving, and cost a school nothing. */
export const storageLimit: Limit = {
  name: 'storage',
  used: (tenant) =>
    sql`select (select coalesce(sum(coalesce(filesize, 0) + coalesce(sizes_small_filesize, 0)
          + coalesce(sizes_medium_filesize, 0) + coalesce(sizes_large_filesize, 0)), 0)
        from media where tenant_id = ${tenant})
      + (select coalesce(sum(filesize), 0) from incoming_files where tenant_id = ${tenant} and state in ('open', 'finishing'))
      + (select coalesce(sum(filesize), 0) from submission_files where tenant_id = ${tenant})`,
  weigh: (row) => bytesOfRow(row),
}
