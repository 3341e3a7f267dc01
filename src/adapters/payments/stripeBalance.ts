import type Stripe from 'stripe'
import { z } from 'zod'

import type { Movement } from './types'

import { bankMovement, feeMovement, listedEvent, otherMovement } from './listing'
import { fromStripeAmount } from './stripeAmounts'

const AT_ONCE = 100

/** What Stripe charges the account itself, beside what it takes for a payment. */
const OWN_FEES = /^(stripe|network|tax)(_fx)?_(fee|cost)$/

/**
 * Changes of the balance that are listed elsewhere: what was paid, given back and contested, what was passed on to connected accounts and came back from them, what
 * was sent to the bank, and what is only held or released.
 */
const KNOWN =
  /^(charge|payment|refund|payout|transfer|application_fee|connect_collection_transfer|advance|reserve|reserved_funds|issuing)(_|$)/

/** What changed the balance of the account itself in that time: Stripe's own fees, what it sent to the bank, what was passed on to be paid out, and what nothing here explains. */
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
  for await (const transfer of stripe.transfers.list({ created, limit: AT_ONCE })) {
    movements.push(...passedOn(transfer))
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

const named = z.object({ payout: z.uuid(), tenant: z.uuid() })

/** What was passed on for a payout of ours; what goes on with a payment at once is that payment's. */
const passedOn = (transfer: Stripe.Transfer): Movement[] => {
  const { payout, tenant } = named.safeParse(transfer.metadata).data ?? {}
  if (!payout || !tenant) {
    return []
  }
  const { id, amount, at: occurredAt, currency, provider } = moneyOf(transfer)
  const event = {
    type: 'payout.reported' as const,
    amount,
    currency,
    occurredAt,
    order: null,
    payment: null,
    payout,
    provider,
    session: null,
    state: transfer.reversed ? ('returned' as const) : ('sent' as const),
    tenant,
  }

  return [{ id, event: listedEvent(event, { id, kind: 'transfer' }), fee: null, kind: 'transfer' }]
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
