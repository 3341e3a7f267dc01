import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ChargeFailure, ProviderName } from '@/adapters/payments/types'
import type { MerchantSale } from '@/domain/commerce/merchants'
import type { OrderStatus, PaymentEventType, PaymentRefusal } from '@/domain/commerce/orders'

import { row, rows } from '@/database/transaction'
import { merchantRefusal } from '@/domain/commerce/merchants'
import { nextStatus, refusalOf } from '@/domain/commerce/orders'
import { announce, announceAll } from '@hooks/events/announce'

import { releaseCoupon, retakeCoupon } from './coupons'
import { issueInvoice } from './issueInvoice'
import { postPayment } from './ledger/postPayment'
import { bookSale } from './bookSale'
import { bringsNothing } from './ownership'

type Paid = {
  amount: number
  currency: string
  /** Why it failed, where that is known. */
  failure?: ChargeFailure | null
  payment: string
  provider: ProviderName
  /** What a merchant of record made of the sale; left out where the school is the seller. */
  sale?: MerchantSale
  session: string
}

type Order = {
  buyer: string
  coupon: null | string
  currency: string
  /** Whether it was proposed after another one, and its card is charged while its buyer waits. */
  isFollowing: boolean
  id: string
  isGift: boolean
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
 * had paid for all of its courses before. What a merchant of record sold keeps the tax that it reports, and is billed by it. An attempt that failed is on record also where its order has moved on, and where a kept card was charged for what its buyer can still pay on a page. A paid order gets its invoice and its lines in
 * the ledger. Announces order.paid exactly once in an order's life.
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
  const { sale } = paid
  const refusal = sale ? merchantRefusal({ order, paid, sale }) : refusalOf({ order, paid })
  if (refusal) {
    return refusal
  }
  const next = nextStatus(order.status, type)
  const isFailure = type === 'payment.failed'
  const isOpenStill = isFailure && order.isFollowing && order.session !== paid.session
  if (!next || isOpenStill || (isFailure && (await isKnown(settling)))) {
    if (isFailure) {
      await recordPayment({ ...settling, order: order.id, status: 'failed' })
    }

    return 'unmoved'
  }
  await (next === 'paid' ? pay({ ...settling, order }) : giveUp({ ...settling, next, order }))

  return next === 'paid' && (await isPaidTwice(req, order)) ? 'paidTwice' : 'moved'
}

/** Whether the payment was reported before: a failure that is told once more is no failure of a later attempt. */
const isKnown = async ({ paid, req }: Pick<Settling, 'paid' | 'req'>): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`select 1 from payments where provider = ${paid.provider} and provider_payment = ${paid.payment}`,
    ),
  )

/** Whether the buyer had all that the order opens for good by another one; a gift is for somebody else. */
const isPaidTwice = async (req: PayloadRequest, { id, buyer, isGift }: Order): Promise<boolean> =>
  !isGift && (await bringsNothing({ buyer, order: id, req }))

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const lockedOrder = ({ id, paid, req }: Pick<Settling, 'paid' | 'req'> & { id: null | string }) => {
  const which =
    id && UUID.test(id)
      ? sql`id = ${id}`
      : sql`provider = ${paid.provider} and session = ${paid.session}`

  return row<Order>(
    req,
    sql`select id, buyer_id as buyer, coupon_id as coupon, currency, follows_id is not null as "isFollowing", is_gift is true as "isGift", session, status::text as status, total::float8 as total
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
  const { sale } = paid
  if (sale) {
    await bookSale({ amount: paid.amount, order: order.id, provider: paid.provider, req, sale })
  }
  if (paid.amount > 0) {
    await recordPayment({ order: order.id, paid, req, status: 'succeeded', tenant })
    await hearAgain({ payment: paid.payment, req, tenant })
    await issueInvoice({ order: order.id, req, tenant })
    await postPayment({
      currency: paid.currency,
      merchantFee: sale?.fee,
      order: order.id,
      req,
      tenant,
    })
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

/** Reports of refunds that came before the payment they are of are taken up once more. */
const hearAgain = async ({
  payment,
  req,
  tenant,
}: Pick<Settling, 'req' | 'tenant'> & { payment: string }): Promise<void> => {
  const early = await rows<{ paymentEvent: string }>(
    req,
    sql`update payment_events set processed_at = null, outcome = null, refusal = null, updated_at = now()
        where tenant_id = ${tenant}::uuid and refusal = 'paymentUnknown' and report ->> 'payment' = ${payment} returning id as "paymentEvent"`,
  )
  if (early.length > 0) {
    await announceAll({ data: early, fact: 'paymentEvent.received', req, tenant })
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
    sql`insert into payments (id, tenant_id, order_id, provider, provider_payment, amount, currency, status, failure)
        values (uuidv7(), ${tenant}, ${order}, ${paid.provider}, ${paid.payment}, ${paid.amount}, ${paid.currency}, ${status},
          ${paid.failure ?? null})
        on conflict (tenant_id, provider, provider_payment) do update
          set status = excluded.status, failure = excluded.failure, updated_at = now()
          where excluded.status = 'succeeded' and payments.status <> 'succeeded'`,
  )
}
