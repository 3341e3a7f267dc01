import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderName } from '@/adapters/payments/types'
import type { OrderStatus, PaymentEventType, PaymentRefusal } from '@/domain/commerce/orders'

import { row, rows } from '@/database/transaction'
import { nextStatus, refusalOf } from '@/domain/commerce/orders'
import { announce } from '@hooks/events/announce'

import { releaseCoupon, retakeCoupon } from './coupons'
import { issueInvoice } from './issueInvoice'

type Paid = {
  amount: number
  currency: string
  payment: string
  provider: ProviderName
  session: string
}

type Order = {
  buyer: string
  coupon: null | string
  currency: string
  id: string
  session: null | string
  status: OrderStatus
  total: number
}

type Settling = { paid: Paid; req: PayloadRequest; tenant: string; type: PaymentEventType }

/**
 * Moves an order as a provider's event says, under the order's lock and in the caller's transaction.
 * Money is taken only in the order's currency, to the exact amount, from its own payment page; else
 * nothing changes and the reason is answered. Money for an order that had failed, expired or been
 * cancelled makes it paid after all, and its coupon use counts again; `paidTwice` says that the buyer
 * had paid for all of its courses before. A paid order gets its invoice. Announces order.paid exactly once in an order's life.
 */
export const settleOrder = async ({
  order: id,
  ...settling
}: Settling & { order: null | string }): Promise<
  'moved' | 'orderUnknown' | 'paidTwice' | 'unmoved' | PaymentRefusal
> => {
  const { type, paid, req } = settling
  const order = await lockedOrder({ id, paid, req })
  if (!order) {
    return 'orderUnknown'
  }
  const refusal = refusalOf({ order, paid })
  if (refusal) {
    return refusal
  }
  const next = nextStatus(order.status, type)
  if (!next) {
    return 'unmoved'
  }
  await (next === 'paid' ? pay({ ...settling, order }) : giveUp({ ...settling, next, order }))

  return next === 'paid' && (await isPaidTwice(req, order)) ? 'paidTwice' : 'moved'
}

/** Whether all that the order opens was the buyer's for good by another one. */
const isPaidTwice = async (req: PayloadRequest, { id, buyer }: Order): Promise<boolean> => {
  const news = await row(
    req,
    sql`select 1 from order_lines mine where mine.order_id = ${id} and not exists (
          select 1 from order_lines l join orders o on o.id = l.order_id
          where l.course_id = mine.course_id and l.access_unit = 'forever'
            and o.status = 'paid' and o.buyer_id = ${buyer} and o.id <> ${id}) limit 1`,
  )

  return !news
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const lockedOrder = ({ id, paid, req }: Pick<Settling, 'paid' | 'req'> & { id: null | string }) => {
  const which =
    id && UUID.test(id)
      ? sql`id = ${id}`
      : sql`provider = ${paid.provider} and session = ${paid.session}`

  return row<Order>(
    req,
    sql`select id, buyer_id as buyer, coupon_id as coupon, currency, session, status::text as status, total::float8 as total
        from orders where ${which} for no key update`,
  )
}

const pay = async ({ order, paid, req, tenant }: Settling & { order: Order }): Promise<void> => {
  const moved = await row(
    req,
    sql`update orders set status = 'paid', paid_at = now(), provider = ${paid.provider}, session = ${paid.session}, updated_at = now()
        where id = ${order.id} and status = ${order.status} returning id`,
  )
  if (!moved) {
    throw new Error('The order changed under its lock.')
  }
  if (order.coupon && order.status !== 'pending') {
    await retakeCoupon({ buyer: order.buyer, coupon: order.coupon, order: order.id, req, tenant })
  }
  if (paid.amount > 0) {
    await recordPayment({ order: order.id, paid, req, status: 'succeeded', tenant })
    await issueInvoice({ order: order.id, req, tenant })
  }
  await announce({ data: { order: order.id }, fact: 'order.paid', req, tenant })
}

const giveUp = async ({
  type,
  next,
  order,
  paid,
  req,
  tenant,
}: Settling & { next: OrderStatus; order: Order }): Promise<void> => {
  await rows(
    req,
    sql`update orders set status = ${next}, updated_at = now() where id = ${order.id} and status = ${order.status}`,
  )
  await releaseCoupon(req, order.id)
  if (type === 'payment.failed') {
    await announce({ data: { order: order.id }, fact: 'order.failed', req, tenant })
    await recordPayment({ order: order.id, paid, req, status: 'failed', tenant })
  }
}

const recordPayment = async ({
  order,
  paid,
  req,
  status,
  tenant,
}: Omit<Settling, 'type'> & { order: string; status: 'failed' | 'succeeded' }): Promise<void> => {
  await rows(
    req,
    sql`insert into payments (id, tenant_id, order_id, provider, provider_payment, amount, currency, status)
        values (uuidv7(), ${tenant}, ${order}, ${paid.provider}, ${paid.payment}, ${paid.amount}, ${paid.currency}, ${status})
        on conflict (tenant_id, provider, provider_payment) do update set status = excluded.status, updated_at = now()`,
  )
}
