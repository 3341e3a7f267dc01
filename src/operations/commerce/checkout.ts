import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Billing } from '@/domain/commerce/invoices'
import type { Locale } from '@/domain/tenancy/locales'
import type { OpenSession, Payments } from '@/adapters/payments/types'

import { paymentsFor, paymentsOf } from '@/adapters/payments/index'
import { PaymentUnavailable, PROVIDERS } from '@/adapters/payments/types'
import { inTransaction, row } from '@/database/transaction'
import { sessionEndOf } from '@/domain/commerce/orders'
import { checkoutPath, completePath } from '@/domain/commerce/paths'
import { RuleError } from '@/domain/errors'

import type { OpenOrder } from './openOrders'
import type { Guest } from './placeGuestOrder'
import type { Placed } from './placeOrder'

import { releaseCoupon } from './coupons'
import { keyOf } from './orderKeys'
import { placeGuestOrder } from './placeGuestOrder'
import { placeOrder } from './placeOrder'

/** Who buys, signed in; an unconfirmed address cannot. */
export type Buyer = { email: string; emailVerified: boolean; id: string; locale: Locale | null }

type Asked = {
  billing?: Billing | null
  buyer: Buyer | Guest
  code?: null | string
  cohorts?: readonly string[]
  /** Language the checkout is read in. */
  locale?: Locale | null
  now: Date
  offers: readonly string[]
  /** Origin of the school's pages, as in `https://learn.example.com`. */
  origin: string
  req: PayloadRequest
  tenant: string
}

/** What a buyer is told: her order, and where to go now. `total` in minor units; `key` opens a guest's order. */
export type CheckedOut = {
  currency: string
  key?: string
  order: string
  total: number
  url: string
}

/**
 * Places an order and opens the page on which it is paid; call it outside a transaction, since it
 * waits for the provider. Throws confirmEmailFirst, what `placeOrder` refuses, and PaymentUnavailable
 * when no page could be opened: then the order has failed and its coupon is free again.
 */
export const checkout = async (asked: Asked): Promise<CheckedOut> => {
  const { req } = asked
  const { order, replaced } = await inTransaction(req, () => place(asked))
  await closeAll(req, replaced)
  const url =
    order.total === 0 && !order.isRecurring
      ? completePage(asked, order)
      : await payPage(asked, order)
  const key = order.isGuest ? { key: keyOf(order, asked.tenant) } : {}

  return { currency: order.currency, order: order.order, total: order.total, url, ...key }
}

const place = (asked: Asked): Promise<Placed> => {
  const { buyer } = asked
  if (!('id' in buyer)) {
    return placeGuestOrder({ ...asked, guest: buyer })
  }
  if (!buyer.emailVerified) {
    throw new RuleError('confirmEmailFirst')
  }

  return placeOrder({ ...asked, buyer: buyer.id, locale: buyer.locale ?? asked.locale })
}

const pageOf = ({ origin }: Asked, path: string): string => new URL(path, origin).toString()

/** Where the buyer comes to from paying; a guest by the order's key. */
const completePage = (asked: Asked, order: OpenOrder): string =>
  pageOf(asked, completePath(order.order, order.isGuest ? keyOf(order, asked.tenant) : null))

/**
 * Closes the payment pages of cancelled orders. One that stays open does no harm: money that arrives
 * for a cancelled order makes it paid.
 */
const closeAll = async (req: PayloadRequest, orders: OpenOrder[]): Promise<void> => {
  for (const { order, provider, session } of orders) {
    const name = PROVIDERS.find((one) => one === provider)
    const payments = name && paymentsOf(name, req)
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

const payPage = async (asked: Asked, order: OpenOrder): Promise<string> => {
  if (order.paymentUrl) {
    return order.paymentUrl
  }
  const payments = paymentsFor(asked.req)
  try {
    return await keepSession({
      asked,
      opened: await open({ asked, order, payments }),
      order,
      payments,
    })
  } catch (error) {
    await failOrder(asked.req, order.order)
    throw error
  }
}

type Opening = { asked: Asked; order: OpenOrder; payments: Payments }

const open = ({ asked, order, payments }: Opening): Promise<OpenSession> =>
  payments.createSession({
    amount: order.total,
    cancelUrl: pageOf(
      asked,
      checkoutPath({
        cohorts: order.lines.flatMap(({ cohort }) => cohort ?? []),
        coupon: order.code,
        offers: order.lines.map(({ offer }) => offer),
      }),
    ),
    currency: order.currency,
    customerEmail: asked.buyer.email,
    expiresAt: sessionEndOf(order.expiresAt),
    idempotencyKey: order.order,
    lines: order.lines.map(({ amount, title }) => ({ amount, title })),
    locale: asked.locale ?? asked.buyer.locale ?? '',
    order: order.order,
    successUrl: completePage(asked, order),
    tenant: asked.tenant,
  })

/** Stores the page on its order. An order that was cancelled meanwhile gets none, and the page is closed. */
const keepSession = async ({
  asked: { req },
  opened: { session, url },
  order: { order },
  payments,
}: Opening & { opened: OpenSession }): Promise<string> => {
  const kept = await row(
    req,
    sql`update orders set provider = ${payments.name}, session = ${session}, payment_url = ${url}, updated_at = now()
        where id = ${order} and (status = 'paid' or status = 'pending') and (session is null or session = ${session})
        returning id`,
  )
  if (!kept) {
    await payments.closeSession(session)
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
