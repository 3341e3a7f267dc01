import type { Money } from './money'

/** Where an order stands. Only `pending` and `paid` hold a use of their coupon. */
export type OrderStatus = 'cancelled' | 'expired' | 'failed' | 'paid' | 'pending'

/** What a payment provider reports of an order's payment, in the platform's own words. `other` concerns no order. */
export type PaymentEventType = 'other' | 'payment.expired' | 'payment.failed' | 'payment.succeeded'

/** How long an order waits for its payment, in milliseconds. */
export const ORDER_LIFETIME_MS = 24 * 3600_000

/** The shortest time for which providers open a payment page, in milliseconds. */
export const SHORTEST_SESSION_MS = 30 * 60_000

/** How long one waits that keeps a place in a cohort from others, in milliseconds: its page is open for half of it. */
export const SEATED_ORDER_LIFETIME_MS = 2 * 3600_000

const BEFORE_EXPIRY_MS = 3600_000

/** When an order's payment page closes: an hour before the order ends, so that money and expiry do not cross. */
export const sessionEndOf = (orderExpiresAt: Date): Date =>
  new Date(orderExpiresAt.getTime() - BEFORE_EXPIRY_MS)

const MOVES: Readonly<Record<PaymentEventType, Partial<Record<OrderStatus, OrderStatus>>>> = {
  other: {},
  'payment.expired': { pending: 'expired' },
  'payment.failed': { expired: 'failed', pending: 'failed' },
  'payment.succeeded': {
    cancelled: 'paid',
    expired: 'paid',
    failed: 'paid',
    pending: 'paid',
  },
}

/**
 * Where an event moves an order, or null where it leaves it. Events may come twice, late and in any
 * order: money that arrived always makes the order paid, whatever was believed before, and nothing
 * moves a paid order back. What failed had been tried, also where its order is known to have expired.
 */
export const nextStatus = (status: OrderStatus, event: PaymentEventType): null | OrderStatus =>
  MOVES[event][status] ?? null

/** Why a payment that succeeded is not taken for an order. */
export type PaymentRefusal = 'amountMismatch' | 'currencyMismatch' | 'sessionMismatch'

/**
 * Whether money pays for an order: the same currency, exactly the total, and the payment session
 * that was opened for it (an order that has stored none yet takes any). Null means it does.
 */
export const refusalOf = ({
  order,
  paid,
}: {
  order: { currency: string; session?: null | string; total: number }
  paid: Money & { session: string }
}): null | PaymentRefusal => {
  if (order.session && order.session !== paid.session) {
    return 'sessionMismatch'
  }
  if (order.currency !== paid.currency) {
    return 'currencyMismatch'
  }

  return order.total === paid.amount ? null : 'amountMismatch'
}

type PricedOffer = { base: number; offer: string }

/** Whether an open order asks for exactly these offers at exactly these prices, in whatever order. */
export const isSamePurchase = (
  left: readonly PricedOffer[],
  right: readonly PricedOffer[],
): boolean => {
  const wanted = new Map(right.map(({ base, offer }) => [offer, base]))

  return (
    left.length === right.length &&
    wanted.size === right.length &&
    new Set(left.map(({ offer }) => offer)).size === left.length &&
    left.every(({ base, offer }) => wanted.get(offer) === base)
  )
}
