import type { Adjustment, Event, Store, Transaction } from './store'

import { newId, recordEvent } from './store'

type Act = 'ask' | 'lose' | 'open' | 'review' | 'win'

const ACTIONS: Record<Act, Adjustment['action']> = {
  ask: 'chargeback_warning',
  lose: 'chargeback',
  open: 'chargeback',
  review: 'chargeback',
  win: 'chargeback_reverse',
}

const sum = (items: readonly { amount: string }[]): number =>
  items.reduce((all, { amount }) => all + Number(amount), 0)

/** Money of a transaction on its way back, by so much of each line. Paddle keeps its fee. */
export const adjust = (
  store: Store,
  {
    action,
    items,
    reason,
    status,
    transaction,
  }: {
    action: Adjustment['action']
    items: readonly { amount: string; item_id: string }[]
    reason: string
    status: Adjustment['status']
    transaction: Transaction
  },
): Adjustment => {
  const { totals } = transaction.details
  const total = sum(items)
  const tax = Math.round((total * Number(totals.tax)) / Number(totals.total))
  const made: Adjustment = {
    id: newId('adj'),
    action,
    created_at: new Date().toISOString(),
    currency_code: transaction.currency_code,
    items: items.map((item) => ({ ...item, id: newId('adjitm'), type: 'partial' })),
    payout_totals:
      action === 'chargeback'
        ? {
            chargeback_fee: {
              amount: '1500',
              original: { amount: '1500', currency_code: transaction.currency_code },
            },
            currency_code: transaction.currency_code,
          }
        : null,
    reason,
    status,
    totals: {
      currency_code: transaction.currency_code,
      earnings: String(total - tax),
      fee: '0',
      subtotal: String(total - tax),
      tax: String(tax),
      total: String(total),
    },
    transaction_id: transaction.id,
  }
  store.adjustments.set(made.id, made)

  return made
}

/** Does with a transaction what its buyer's bank does, and answers the event that Paddle sends. */
export const disputeTransaction = ({
  act,
  store,
  transaction,
}: {
  act: Act
  store: Store
  transaction: string
}): Event => {
  const sold = store.transactions.get(transaction)
  if (!sold) {
    throw new Error(`Paddle has no transaction ${transaction}.`)
  }
  const items = sold.details.line_items.map(({ id, totals }) => ({
    amount: totals.total,
    item_id: id,
  }))
  const made = adjust(store, {
    action: ACTIONS[act],
    items,
    reason: act,
    status: 'approved',
    transaction: sold,
  })

  return recordEvent(store, 'adjustment.created', made)
}

/** Paddle agrees to a refund or not, and sends the event of it. */
export const decideRefund = (store: Store, id: string, status: 'approved' | 'rejected'): Event => {
  const asked = store.adjustments.get(id)
  if (!asked) {
    throw new Error(`Paddle has no adjustment ${id}.`)
  }
  asked.status = status

  return recordEvent(store, 'adjustment.updated', asked)
}
