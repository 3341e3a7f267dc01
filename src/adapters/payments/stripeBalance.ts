import type Stripe from 'stripe'

import type { Movement } from './types'

import { bankMovement, feeMovement, otherMovement } from './listing'
import { fromStripeAmount } from './stripeAmounts'

const AT_ONCE = 100

/** What Stripe charges the account itself, beside what it takes for a payment. */
const OWN_FEES = /^(stripe|network|tax)(_fx)?_(fee|cost)$/

/**
 * Changes of the balance that are listed elsewhere: what was paid, given back and contested, what went to connected accounts and came back from them, what
 * was sent to the bank, and what is only held or released.
 */
const KNOWN =
  /^(charge|payment|refund|payout|transfer|application_fee|connect_collection_transfer|advance|reserve|reserved_funds|issuing)(_|$)/

/** What changed the balance of the account itself in that time: Stripe's own fees, what it sent to the bank, and what is none of ours to explain. */
export const balanceAtStripe = async (
  stripe: Stripe,
  created: Stripe.RangeQueryParam,
): Promise<Movement[]> => {
  const movements: Movement[] = []
  for await (const payout of stripe.payouts.list({ created, limit: AT_ONCE })) {
    movements.push(
      bankMovement({
        ...moneyOf(payout),
        isReturned: payout.status === 'failed' || payout.status === 'canceled',
      }),
    )
  }
  for await (const change of stripe.balanceTransactions.list({ created, limit: AT_ONCE })) {
    const { type, net, source } = change
    const money = moneyOf({ ...change, amount: net })
    const isDispute = type === 'adjustment' && /^d[pu]_/.test(idOf(source))
    if (OWN_FEES.test(type)) {
      movements.push(...feeMovement({ ...money, amount: -money.amount }))
    } else if (!KNOWN.test(type) && !isDispute) {
      movements.push(otherMovement(money))
    }
  }

  return movements
}

const idOf = (source: null | string | { id: string }): string =>
  (typeof source === 'object' ? source?.id : source) ?? ''

const moneyOf = ({
  id,
  amount,
  created,
  currency: code,
}: {
  amount: number
  created: number
  currency: string
  id: string
}) => {
  const currency = code.toUpperCase()

  return {
    id,
    amount: fromStripeAmount({ amount, currency }),
    at: new Date(created * 1000),
    currency,
    provider: 'stripe' as const,
  }
}
