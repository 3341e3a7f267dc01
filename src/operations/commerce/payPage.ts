import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OpenSession, Payments } from '@/adapters/payments/types'

import { paymentsOf } from '@/adapters/payments/index'
import { PaymentUnavailable } from '@/adapters/payments/types'
import { inTransaction, row } from '@/database/transaction'
import { sessionEndOf } from '@/domain/commerce/orders'

import type { OpenOrder } from './openOrders'

import { releaseCoupon } from './coupons'
import { directOf } from './direct'

type Opening = {
  /** Where the buyer comes to without having paid; absolute. */
  cancelUrl: string
  customerEmail: string
  locale: string
  order: OpenOrder
  payments: Payments
  req: PayloadRequest
  /** Where the buyer comes to from paying; absolute. */
  successUrl: string
  tenant: string
}

/**
 * The page on which an order is paid, opened where it has none yet; call it outside a transaction. Throws
 * PaymentUnavailable where none could be opened: then the order has failed and its coupon is free again.
 */
export const payPage = async (opening: Opening): Promise<string> => {
  const { order, req } = opening
  if (order.paymentUrl) {
    return order.paymentUrl
  }
  try {
    return await keepSession(opening, await open(opening))
  } catch (error) {
    await failOrder(req, order.order)
    throw error
  }
}

const open = async ({
  cancelUrl,
  customerEmail,
  locale,
  order,
  payments,
  req,
  successUrl,
  tenant,
}: Opening): Promise<OpenSession> =>
  payments.createSession({
    amount: order.total,
    cancelUrl,
    currency: order.currency,
    customerEmail,
    direct: await directOf({ order: order.order, provider: payments.name, req, tenant }),
    expiresAt: sessionEndOf(order.expiresAt),
    idempotencyKey: order.order,
    keeps: order.keepsCard && payments.chargesAtOnce === true,
    lines: order.lines.map(({ amount, title }) => ({ amount, title })),
    locale,
    order: order.order,
    recurs: order.isRecurring,
    successUrl,
    tenant,
  })

/**
 * Stores the page on its order, which keeps the first of two that were opened at once. An order that was cancelled meanwhile
 * gets none, and the page is closed.
 */
const keepSession = async (
  { order: { order }, payments, req }: Opening,
  { session, url }: OpenSession,
): Promise<string> => {
  const kept = await row(
    req,
    sql`update orders set provider = ${payments.name}, session = ${session}, payment_url = ${url}, updated_at = now()
        where id = ${order} and (status = 'paid' or status = 'pending') and (session is null or session = ${session})
        returning id`,
  )
  if (!kept) {
    await payments.closeSession(session)
    const first = await row<{ url: string }>(
      req,
      sql`select payment_url as url from orders
          where id = ${order} and status = 'pending' and provider = ${payments.name} and payment_url is not null`,
    )
    if (first) {
      return first.url
    }
    throw new PaymentUnavailable('The order was closed while its payment page was opened.')
  }

  return url
}

/** An order without a page cannot be paid: it fails, unless a second click has opened one. */
const failOrder = (req: PayloadRequest, order: string): Promise<void> =>
  inTransaction(req, async () => {
    const failed = await row(
      req,
      sql`update orders set status = 'failed', updated_at = now()
          where id = ${order} and status = 'pending' and session is null returning id`,
    )
    if (failed) {
      await releaseCoupon(req, order)
    }
  })

/**
 * Closes the payment pages of cancelled orders. One that stays open does no harm: money that arrives
 * for a cancelled order makes it paid.
 */
export const closePages = async (
  req: PayloadRequest,
  orders: readonly Pick<OpenOrder, 'order' | 'provider' | 'session'>[],
): Promise<void> => {
  for (const { order, provider, session } of orders) {
    const payments = await paymentsOf(provider, req)
    if (session && payments) {
      await payments.closeSession(session).catch((error: unknown) => {
        req.payload.logger.warn(
          { err: error, order },
          'A payment page of a cancelled order stays open.',
        )
      })
    }
  }
}
