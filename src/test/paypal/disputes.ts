import type { Dispute, Event, Store } from './store'

import { newId, recordEvent } from './store'

type Act = 'ask' | 'lose' | 'open' | 'review' | 'win'

const WEEK_MS = 7 * 24 * 3600_000

const ENDED: Partial<Record<Act, string>> = {
  lose: 'RESOLVED_BUYER_FAVOUR',
  win: 'RESOLVED_SELLER_FAVOUR',
}

/** Does with the dispute of a capture what its buyer's bank does, and answers the event that PayPal sends. */
export const disputeCapture = ({
  act,
  capture,
  store,
}: {
  act: Act
  capture: string
  store: Store
}): Event => {
  const taken = store.captures.get(capture)
  if (!taken) {
    throw new Error(`PayPal has no capture ${capture}.`)
  }
  const known = [...store.disputes.values()].find(({ disputed_transactions: [one] }) => {
    return one?.seller_transaction_id === capture
  })
  const now = new Date()
  const outcome_code = ENDED[act]
  const dispute: Dispute = {
    create_time: now.toISOString(),
    dispute_amount: taken.amount,
    dispute_id: `PP-R-${newId()}`,
    disputed_transactions: [
      { ...(taken.custom_id && { custom: taken.custom_id }), seller_transaction_id: capture },
    ],
    reason: 'UNAUTHORISED',
    seller_response_due_date: new Date(now.getTime() + WEEK_MS).toISOString(),
    ...known,
    dispute_life_cycle_stage: act === 'ask' ? 'INQUIRY' : 'CHARGEBACK',
    ...(outcome_code && { dispute_outcome: { outcome_code } }),
    status: outcome_code
      ? 'RESOLVED'
      : act === 'review'
        ? 'UNDER_REVIEW'
        : 'WAITING_FOR_SELLER_RESPONSE',
    update_time: now.toISOString(),
  }
  store.disputes.set(dispute.dispute_id, dispute)
  const name = outcome_code ? 'RESOLVED' : known ? 'UPDATED' : 'CREATED'

  return recordEvent(store, `CUSTOMER.DISPUTE.${name}`, dispute)
}
