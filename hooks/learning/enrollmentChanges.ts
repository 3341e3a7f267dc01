import type { CollectionAfterChangeHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { settleBooking } from '@/operations/learning/bookings/settle'

type Relation = string | { id: string }
type Row = {
  course: Relation
  id: string
  learner: Relation
  status?: string
  tenant: Relation
}

/** Keeps since when an enrollment is paused, and its booking, in step with a status that was set by hand, and looks for what opens anew. */
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
    await settleBooking({
      course: idOf(doc.course),
      learner: idOf(doc.learner),
      req,
      side: 'school',
      tenant: idOf(doc.tenant),
    })
  }
}
