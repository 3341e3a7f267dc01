import type Stripe from 'stripe'

import type { Listing, Movement, ProviderEvent, Range } from './types'

import { feeMovement, listedEvent } from './listing'
import { fromStripeAmount } from './stripeAmounts'
import { balanceAtStripe } from './stripeBalance'
import { orUnavailable } from './stripeClient'
import { disputeOf } from './stripeDisputes'
import { reportedRefundOf } from './stripeRefunds'

/** A dispute may end months after it began, and Stripe lists it by its beginning. */
const DISPUTED_FOR_MS = 180 * 24 * 3600_000
const AT_ONCE = 100

/**
 * Payments, refunds and disputes of a Stripe account that name something of ours, as Stripe lists them, what Stripe took for each payment, and what else
 * changed the balance of the account: its own fees, what it sent to the bank, and what nothing explains.
 */
export const listAtStripe = (stripe: Stripe, range: Range): Promise<Listing> =>
  orUnavailable(async () => {
    const movements: Movement[] = []
    const created = createdIn(range)
    const expand = ['data.latest_charge.balance_transaction']
    for await (const intent of stripe.paymentIntents.list({ created, expand, limit: AT_ONCE })) {
      const paid = paymentOf(intent)
      movements.push(...paid, ...paid.flatMap(() => feeOf(intent)))
    }
    for await (const refund of stripe.refunds.list({ created, limit: AT_ONCE })) {
      movements.push(...told(refund, 'refund', reportedRefundOf(refund)))
    }
    const since = createdIn({ ...range, from: new Date(range.from.getTime() - DISPUTED_FOR_MS) })
    for await (const dispute of stripe.disputes.list({ created: since, limit: AT_ONCE })) {
      movements.push(...told(dispute, 'dispute', disputeOf(dispute)))
    }
    movements.push(...(await balanceAtStripe(stripe, created)))

    return {
      kinds: ['payment', 'refund', 'dispute', 'fee', 'payout', 'transfer', 'other'],
      movements,
    }
  })

const createdIn = ({ from, to }: Range) => ({
  gte: Math.floor(from.getTime() / 1000),
  lt: Math.ceil(to.getTime() / 1000),
})

const base = (seconds: number) =>
  ({
    amount: null,
    currency: null,
    occurredAt: new Date(seconds * 1000),
    order: null,
    payment: null,
    provider: 'stripe',
    session: null,
    tenant: null,
  }) as const

const told = (
  { id, created }: { created: number; id: string },
  kind: 'dispute' | 'refund',
  read: null | Partial<ProviderEvent>,
): Movement[] => {
  const fee = read?.dispute?.fee ?? null
  const occurredAt = kind === 'dispute' ? new Date() : new Date(created * 1000)
  const event = { ...base(created), type: 'other' as const, occurredAt, ...read }

  return read ? [{ id, event: listedEvent(event, { id, kind }), fee, kind }] : []
}

/** A charge of ours bears its own session; a payment on a page leaves that to its order. */
const paymentOf = ({
  id,
  amount,
  created,
  currency: code,
  metadata,
  status,
}: Stripe.PaymentIntent): Movement[] => {
  const { charge, order, tenant } = metadata
  if (status !== 'succeeded' || !order || !tenant) {
    return []
  }
  const currency = code.toUpperCase()
  const event = {
    ...base(created),
    type: 'payment.succeeded' as const,
    amount: fromStripeAmount({ amount, currency }),
    currency,
    order,
    payment: id,
    session: charge ? id : null,
    tenant,
  }

  return [
    {
      id,
      event: listedEvent(event, { id, kind: 'payment' }),
      fee: null,
      kind: 'payment',
    },
  ]
}

/** What Stripe took for a payment, in the currency in which it keeps the account. */
const feeOf = ({ id, created, latest_charge, metadata: { tenant } }: Stripe.PaymentIntent) => {
  const charge = latest_charge && typeof latest_charge === 'object' ? latest_charge : null
  const moved = charge?.balance_transaction
  if (!moved || typeof moved !== 'object') {
    return []
  }
  const currency = moved.currency.toUpperCase()

  return feeMovement({
    id,
    amount: fromStripeAmount({ amount: moved.fee, currency }),
    at: new Date(created * 1000),
    currency,
    of: { payment: id, tenant },
    provider: 'stripe',
  })
}
