import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

import { releaseCoupon } from './coupons'
import { bringsNothing } from './ownership'

/**
 * Completes the free orders that an account's owner placed as a guest and that waited for the address
 * to be proved, in the caller's transaction; one whose course the owner has by now is cancelled. A
 * second call finds none.
 */
export const completeFreeOrders = async ({
  buyer,
  now,
  req,
  tenant,
}: {
  buyer: string
  now: Date
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const waiting = await rows<{ order: string }>(
    req,
    sql`select o.id as "order"
        from orders o
        where o.buyer_id = ${buyer} and o.status = 'pending' and o.total = 0 and o.guest_name is not null
          and o.expires_at > ${now.toISOString()}
        order by o.id for no key update of o`,
  )
  for (const { order } of waiting) {
    const isOwned = await bringsNothing({ buyer, isFree: true, order, req })
    await row(
      req,
      sql`update orders set status = ${isOwned ? 'cancelled' : 'paid'}, updated_at = now(),
            paid_at = ${isOwned ? null : now.toISOString()} where id = ${order} returning id`,
    )
    await (isOwned
      ? releaseCoupon(req, order)
      : announce({ data: { order }, fact: 'order.paid', req, tenant }))
  }
}
