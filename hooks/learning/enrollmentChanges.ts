import type { CollectionAfterChangeHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

type Row = { id: string; status?: string }

/** Keeps since when an enrollment is paused in step with a status that was set by hand, and looks for what opens anew. */
export const stampPause: CollectionAfterChangeHook<Row> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'update' && doc.status !== previousDoc.status) {
    await rows(
      req,
      sql`update enrollments set next_release_at = now(), paused_at = case when status = 'paused' then now() end
          where id = ${doc.id}`,
    )
  }
}
