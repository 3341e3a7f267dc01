import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { inTransaction, row, rows } from '@/database/transaction'

import type { Due } from './subscriptions/eachDue'

import { sendGift } from './gifts/send'
import { eachDue } from './subscriptions/eachDue'

/** Gifts looked at in one round; the rest waits for the next. */
const AT_ONCE = 200

/** Sends the gift of an order that was paid, or has it wait for its day. Twice is once. Runs in the caller's transaction. */
export const openGift = async ({
  now,
  order,
  req,
  tenant,
}: {
  now: Date
  order: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const gift = await row<{ id: string; isDue: boolean }>(
    req,
    sql`update gifts g set status = 'scheduled', updated_at = now() from orders o
        where g.order_id = ${order} and g.status = 'ordered' and o.id = g.order_id and o.status = 'paid'
        returning g.id, coalesce(g.deliver_at <= ${now.toISOString()}, true) as "isDue"`,
  )
  if (gift?.isDue) {
    await sendGift({ from: ['scheduled'], gift: gift.id, now, req, tenant })
  }
}

/** Sends the gifts whose day has come, each by itself; several workers at once send one mail. Answers how many were sent. */
export const deliverGifts = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const { rows: due } = await systemPool().query<Due>(
    `select id, tenant_id as tenant from gifts where status = 'scheduled' and (deliver_at is null or deliver_at <= $1)
     order by deliver_at limit ${AT_ONCE}`,
    [now.toISOString()],
  )

  return eachDue({
    due,
    payload,
    work: async ({ id, tenant }) => {
      const req = await createLocalReq({}, payload)

      return inTransaction(req, () => sendGift({ from: ['scheduled'], gift: id, now, req, tenant }))
    },
  })
}

/** Cancels a gift that nobody had taken when its money went back with the access. Twice is once. */
export const cancelGift = async ({
  refund,
  req,
}: {
  refund: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(
    req,
    sql`update gifts g set status = 'cancelled', updated_at = now() from refunds r
        where r.id = ${refund} and r.order_id = g.order_id and r.status = 'succeeded' and r.ends_access and g.status <> 'redeemed'`,
  )
}
