import type { Dispute, Event, Store } from './store'

import { noSuch } from './errors'
import { recordEvent } from './events'
import { newId } from './store'

/** What Stripe takes for a dispute, in the smallest unit. */
const FEE = 1500
const WEEK = 7 * 24 * 3600

const EVENTS: Record<Dispute['status'], string> = {
  lost: 'closed',
  needs_response: 'created',
  under_review: 'updated',
  warning_needs_response: 'created',
  won: 'closed',
}

/** Brings the dispute of a payment intent to a status, as its buyer's bank would, and answers the event that Stripe sends. */
export const disputeIntent = ({
  intent: id,
  status,
  store,
}: {
  intent: string
  status: Dispute['status']
  store: Store
}): Event => {
  const intent = store.intents.get(id)
  if (!intent) {
    throw noSuch('payment_intent', id)
  }
  const now = Math.floor(store.clock().getTime() / 1000)
  const { amount, currency } = intent
  const known = [...store.disputes.values()].find(({ payment_intent }) => payment_intent === id)
  const dispute: Dispute = known ?? {
    id: newId('dp_'),
    amount,
    balance_transactions: [],
    created: now,
    currency,
    evidence_details: { due_by: now + WEEK },
    object: 'dispute',
    payment_intent: id,
    reason: 'fraudulent',
    status,
  }
  dispute.status = status
  if (dispute.balance_transactions.length === 0 && status !== 'warning_needs_response') {
    dispute.balance_transactions.push({ amount: -amount, currency, fee: FEE })
  }
  if (status === 'won') {
    dispute.balance_transactions.push({ amount, currency, fee: 0 })
  }
  store.disputes.set(dispute.id, dispute)

  return recordEvent({ type: `charge.dispute.${EVENTS[status]}`, object: dispute, store })
}
