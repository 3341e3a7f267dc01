import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { RefundRefusal } from '@/domain/commerce/refunds'

import { row } from '@/database/transaction'

/**
 * Why nothing of an order can be given back now; null where it can. A dispute holds its money until it is won, and what a
 * place was paid for stands against its new price while it is being moved.
 */
export const refusalOfRefund = async ({
  order,
  req,
}: {
  order: string
  req: PayloadRequest
}): Promise<null | RefundRefusal> => {
  const found = await row<{ refusal: null | RefundRefusal }>(
    req,
    sql`select case
          when not exists (select 1 from payments p where p.order_id = ${order} and p.status = 'succeeded') then 'notRefundable'
          when exists (select 1 from disputes d where d.order_id = ${order} and d.is_withdrawn and d.state <> 'won') then 'orderDisputed'
          when exists (select 1 from place_transfers m join order_lines l on l.id = m.line_id join orders n on n.id = m.order_id
            where l.order_id = ${order} and m.completed_at is null
              and (n.status = 'paid' or (n.status = 'pending' and n.expires_at > now()))) then 'transferUnderWay'
        end as refusal`,
  )

  return found?.refusal ?? null
}
