import type { DisputeState } from '@/domain/commerce/disputes'

/** What the bank of a buyer does in the built-in gateway. */
export type DisputeAct = 'lose' | 'open' | 'review' | 'win'

/** A dispute of a payment at the built-in gateway; `amount` in minor units of `currency`. */
export type DisputeRequest = {
  act: DisputeAct
  amount: number
  currency: string
  order: string
  payment: string
  tenant: string
}

const STATES: Record<DisputeAct, DisputeState> = {
  lose: 'lost',
  open: 'needsResponse',
  review: 'underReview',
  win: 'won',
}

/** What a dispute costs in the built-in gateway, in minor units. */
const FEE = 1500
const ANSWER_MS = 7 * 24 * 3600_000

/** The event by which the built-in gateway tells of a dispute: one for each payment and act. */
export const disputeEvent = (
  { act, amount, currency, order, payment, tenant }: DisputeRequest,
  now: Date,
) => ({
  id: `evt_dp_${payment}_${act}`,
  type: 'dispute.reported' as const,
  amount,
  currency,
  dispute: {
    id: `dp_${payment}`,
    dueAt: act === 'open' ? new Date(now.getTime() + ANSWER_MS).toISOString() : null,
    fee: FEE,
    isWithdrawn: true,
    reason: 'fraudulent',
    state: STATES[act],
  },
  order,
  payment,
  session: '',
  tenant,
})
