import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'

import { OPENS_LIBRARY } from '../library'
import { readMeter } from './meter'

type Given = { order: string; req: PayloadRequest; tenant: string }

/**
 * Writes down that a period of a library was paid by an order, once, and how far its buyer had used each course by then; what was
 * earned of it is booked when it has ended. In the transaction that books the payment.
 */
export const openLibraryPeriod = async ({ order, req, tenant }: Given): Promise<void> => {
  const sold = await row<{ buyer: string }>(
    req,
    sql`select o.buyer_id as buyer from orders o where o.id = ${order} and exists (
          select 1 from order_lines l where l.order_id = o.id and ${OPENS_LIBRARY})`,
  )
  if (!sold) {
    return
  }
  const opening = await readMeter({ learner: sold.buyer, req })
  await rows(
    req,
    sql`insert into library_periods (id, tenant_id, order_id, begins_at, opening)
        values (uuidv7(), ${tenant}::uuid, ${order}::uuid, now(), ${JSON.stringify(opening)}::jsonb)
        on conflict (tenant_id, order_id) do nothing`,
  )
}
