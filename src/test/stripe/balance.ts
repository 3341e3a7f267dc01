import type { FormValue } from './form'
import type { BalanceChange, PaymentIntent, Payout, Store } from './store'

import { newId } from './store'

/** What Stripe takes for a card: 2.9 % and 30 of the smallest unit. */
export const feeOf = ({ amount }: Pick<PaymentIntent, 'amount'>): number =>
  Math.round(amount * 0.029) + 30

/** A payment intent with its charge and the change of the balance inside, where that was asked for. */
export const withCharge = (
  intent: PaymentIntent,
  { expand }: Record<string, FormValue>,
): PaymentIntent =>
  Array.isArray(expand) && expand.includes('data.latest_charge.balance_transaction')
    ? {
        ...intent,
        latest_charge:
          intent.status === 'succeeded'
            ? { id: `ch_${intent.id}`, balance_transaction: changeOf(intent), object: 'charge' }
            : null,
      }
    : intent

const changeOf = (intent: PaymentIntent): BalanceChange => ({
  id: `txn_${intent.id}`,
  type: 'charge',
  amount: intent.amount,
  created: intent.created,
  currency: intent.currency,
  fee: feeOf(intent),
  net: intent.amount - feeOf(intent),
  object: 'balance_transaction',
  source: `ch_${intent.id}`,
})

/** GET /v1/balance_transactions: all that changed the balance. */
export const changesOf = (store: Store): BalanceChange[] => [
  ...[...store.intents.values()].filter(({ status }) => status === 'succeeded').map(changeOf),
  ...store.balance.values(),
]

type Moved = { amount: number; currency?: string; source?: string; type: string }

/** Changes the balance of the account, above zero to its good. */
export const changeBalance = (
  store: Store,
  { type, amount, currency = 'usd', source }: Moved,
): BalanceChange => {
  const change: BalanceChange = {
    id: newId('txn_'),
    type,
    amount,
    created: Math.floor(store.clock().getTime() / 1000),
    currency,
    fee: 0,
    net: amount,
    object: 'balance_transaction',
    source: source ?? null,
  }
  store.balance.set(change.id, change)

  return change
}

/** Sends money from the account itself to its bank. */
export const sendToBank = (store: Store, amount: number): Payout => {
  const body: Payout = {
    id: newId('po_'),
    amount,
    created: Math.floor(store.clock().getTime() / 1000),
    currency: 'usd',
    failure_code: null,
    failure_message: null,
    metadata: {},
    object: 'payout',
    status: 'paid',
  }
  store.payouts.set(body.id, { account: '', body })
  changeBalance(store, { type: 'payout', amount: -amount, source: body.id })

  return body
}
