import { z } from 'zod'

import type { Read } from './reading'

import { fromPayPal } from './paypalAmounts'
import { namedAtPayPal } from './paypalIds'
import { NOTHING } from './reading'

const shape = z.object({
  dispute_amount: z.object({
    currency_code: z.string().length(3),
    value: z.string().regex(/^\d+(\.\d+)?$/),
  }),
  dispute_id: z.string(),
  dispute_life_cycle_stage: z.string().optional(),
  dispute_outcome: z.object({ outcome_code: z.string().optional() }).optional(),
  disputed_transactions: z
    .array(z.object({ custom: z.string().nullish(), seller_transaction_id: z.string() }))
    .min(1),
  reason: z.string().optional(),
  seller_response_due_date: z.iso.datetime().optional(),
  status: z.string(),
})

type Shape = z.output<typeof shape>

/** Outcomes by which the money stays with the buyer. */
const LOST = ['ACCEPTED', 'RESOLVED_BUYER_FAVOUR']

const stateOf = ({ dispute_life_cycle_stage: stage, dispute_outcome, status }: Shape) =>
  status === 'RESOLVED'
    ? LOST.includes(dispute_outcome?.outcome_code ?? '')
      ? 'lost'
      : 'won'
    : stage === 'INQUIRY'
      ? 'inquiry'
      : status === 'UNDER_REVIEW' || status === 'WAITING_FOR_BUYER_RESPONSE'
        ? 'underReview'
        : 'needsResponse'

/**
 * A dispute at PayPal, which names the capture that it is about. In the stage of inquiry the two sides talk and no money
 * is taken, unless it ends in the buyer's favour. What a dispute costs PayPal tells by no event.
 */
export const disputedAtPayPal = (resource: unknown): null | Read => {
  const dispute = shape.safeParse(resource).data
  const [transaction] = dispute?.disputed_transactions ?? []
  if (!dispute || !transaction) {
    return null
  }
  const { currency_code: currency, value } = dispute.dispute_amount
  const name = namedAtPayPal(transaction.custom)
  const state = stateOf(dispute)

  return {
    ...NOTHING,
    type: 'dispute.reported',
    amount: fromPayPal({ currency, value }),
    currency,
    dispute: {
      id: dispute.dispute_id,
      dueAt: dispute.seller_response_due_date ?? null,
      fee: 0,
      isWithdrawn: state === 'lost' || dispute.dispute_life_cycle_stage !== 'INQUIRY',
      reason: dispute.reason?.toLowerCase() ?? null,
      state,
    },
    order: name?.order ?? null,
    payment: transaction.seller_transaction_id,
    tenant: name?.tenant ?? null,
  }
}
