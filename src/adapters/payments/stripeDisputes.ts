import type Stripe from 'stripe'
import { z } from 'zod'

import type { DisputeState } from '@/domain/commerce/disputes'

import type { ProviderEvent } from './types'

import { fromStripeAmount } from './stripeAmounts'

const STATES: Readonly<Record<string, DisputeState>> = {
  lost: 'lost',
  needs_response: 'needsResponse',
  prevented: 'won',
  under_review: 'underReview',
  warning_closed: 'won',
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  won: 'won',
}

/** What is read of the dispute inside an event, whatever version of the API wrote it. */
const shape = z.object({
  id: z.string(),
  amount: z.int().nonnegative(),
  balance_transactions: z
    .array(z.object({ currency: z.string(), fee: z.int() }))
    .nullish()
    .transform((moves) => moves ?? []),
  currency: z.string().length(3).toUpperCase(),
  evidence_details: z.object({ due_by: z.int().nullish() }).nullish(),
  object: z.literal('dispute'),
  payment_intent: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
  reason: z.string().nullish(),
  status: z.string(),
})

type Reported = Pick<
  ProviderEvent,
  'amount' | 'currency' | 'dispute' | 'order' | 'payment' | 'tenant' | 'type'
>

/** What Stripe says of a dispute, by one of its own; null for what is none, or of no payment of ours. */
export const disputeOf = (given: unknown): null | Reported => {
  const read = shape.safeParse(given).data
  if (!read) {
    return null
  }
  const { id, amount, balance_transactions, currency, evidence_details, payment_intent } = read
  const due = evidence_details?.due_by
  const fee = balance_transactions
    .filter((move) => move.currency.toUpperCase() === currency)
    .reduce((sum, move) => sum + move.fee, 0)

  return {
    type: 'dispute.reported',
    amount: fromStripeAmount({ amount, currency }),
    currency,
    dispute: {
      id,
      dueAt: due ? new Date(due * 1000).toISOString() : null,
      fee: fromStripeAmount({ amount: Math.max(0, fee), currency }),
      isWithdrawn: !/^(warning_|prevented)/.test(read.status),
      reason: read.reason ?? null,
      state: STATES[read.status] ?? 'inquiry',
    },
    order: null,
    payment: payment_intent,
    tenant: null,
  }
}

/** An event of a dispute; null for any other event. */
export const disputeEventOf = ({ type, data }: Stripe.Event): null | Reported =>
  type.startsWith('charge.dispute.') ? disputeOf(data.object) : null
