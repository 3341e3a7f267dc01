import { z } from 'zod'

import type { Read } from './reading'

import { NOTHING } from './reading'

const shape = z.object({
  id: z.string(),
  amount: z.int().nonnegative(),
  amount_deducted: z.int().nonnegative().nullish(),
  currency: z.string().length(3),
  payment_id: z.string(),
  phase: z.string().nullish(),
  reason_code: z.string().nullish(),
  respond_by: z.int().nullish(),
  status: z.string(),
})

/** Phases in which the bank only asks. */
const ASKING = ['fraud', 'retrieval']

/** A dispute at Razorpay, of a payment of which it may be a part. */
export const disputedAtRazorpay = (entity: unknown): null | Read => {
  const read = shape.safeParse(entity).data
  if (!read) {
    return null
  }
  const { id, amount, currency, payment_id, phase, reason_code, respond_by, status } = read
  const isAsking = ASKING.includes(phase ?? '')
  const state =
    status === 'won' || status === 'closed'
      ? 'won'
      : status === 'lost'
        ? 'lost'
        : isAsking
          ? 'inquiry'
          : status === 'under_review'
            ? 'underReview'
            : 'needsResponse'

  return {
    ...NOTHING,
    type: 'dispute.reported',
    amount,
    currency,
    dispute: {
      id,
      dueAt: respond_by ? new Date(respond_by * 1000).toISOString() : null,
      fee: 0,
      isWithdrawn: status === 'lost' || (read.amount_deducted ?? 0) > 0,
      reason: reason_code ?? null,
      state,
    },
    payment: payment_id,
  }
}
