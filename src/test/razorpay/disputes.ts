import type { Dispute, Event, Store } from './store'

import { eventOf, newId, seconds } from './store'

type Act = 'ask' | 'lose' | 'open' | 'review' | 'win'

const WEEK = 7 * 24 * 3600

const STATUSES: Record<Act, [status: Dispute['status'], event: string]> = {
  ask: ['open', 'created'],
  lose: ['lost', 'lost'],
  open: ['open', 'created'],
  review: ['under_review', 'under_review'],
  win: ['won', 'won'],
}

/** Does with the dispute of a payment what its buyer's bank does, and answers the event that Razorpay sends. */
export const disputePayment = ({
  act,
  payment: id,
  store,
}: {
  act: Act
  payment: string
  store: Store
}): Event => {
  const payment = store.payments.get(id)
  if (!payment) {
    throw new Error(`Razorpay has no payment ${id}.`)
  }
  const known = [...store.disputes.values()].find(({ payment_id }) => payment_id === id)
  const [status, name] = STATUSES[act]
  const { amount, currency } = payment
  const dispute: Dispute = {
    id: newId('disp'),
    amount,
    amount_deducted: act === 'ask' ? 0 : amount,
    created_at: seconds(),
    currency,
    entity: 'dispute',
    payment_id: id,
    phase: act === 'ask' ? 'retrieval' : 'chargeback',
    reason_code: 'chargeback_authorization',
    respond_by: seconds() + WEEK,
    ...known,
    status,
  }
  store.disputes.set(dispute.id, dispute)

  return eventOf(`payment.dispute.${name}`, { dispute, payment })
}
