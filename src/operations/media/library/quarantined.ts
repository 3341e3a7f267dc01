import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'

/** A file in which a virus was found; it is kept apart until `goneAt`. */
export type QuarantinedFile = {
  by: null | string
  filename: string
  filesize: number
  foundAt: string
  goneAt: string
  id: string
  virus: null | string
}

/** What is kept apart in the school, the newest first. */
export const listQuarantined = (req: PayloadRequest): Promise<QuarantinedFile[]> =>
  rows<QuarantinedFile>(
    req,
    sql`select i.id, i.filename, i.filesize::float8 as filesize, i.detail as virus, to_json(i.updated_at) #>> '{}' as "foundAt",
          to_json(i.expires_at) #>> '{}' as "goneAt", (select coalesce(nullif(trim(u.name), ''), u.email) from users u where u.id = i.account_id) as by
        from incoming_files i where i.state = 'quarantined' order by i.id desc limit 200`,
  )

/** How many files are kept apart in the school. */
export const countQuarantined = async (req: PayloadRequest): Promise<number> =>
  (
    await row<{ count: number }>(
      req,
      sql`select count(*)::int as count from incoming_files where state = 'quarantined'`,
    )
  )?.count ?? 0
