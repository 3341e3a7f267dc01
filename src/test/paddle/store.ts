import { randomBytes } from 'node:crypto'

type Amount = { amount: string; currency_code: string }

type Item = {
  price: {
    description: string
    name: string
    product: { name: string; tax_category: string }
    tax_mode: 'external' | 'internal'
    unit_price: Amount
  }
  quantity: number
}

type Totals = {
  balance: string
  credit: string
  currency_code: string
  discount: string
  earnings: null | string
  fee: null | string
  grand_total: string
  subtotal: string
  tax: string
  total: string
}

export type Transaction = {
  id: string
  address_id: null | string
  billed_at: null | string
  checkout: { url: string }
  collection_mode: 'automatic'
  created_at: string
  currency_code: string
  custom_data: null | Record<string, string>
  customer_id: null | string
  details: { line_items: { id: string; totals: { tax: string; total: string } }[]; totals: Totals }
  invoice_number: null | string
  items: Item[]
  status: 'canceled' | 'completed' | 'draft' | 'paid' | 'ready'
}

export type Adjustment = {
  id: string
  action: 'chargeback' | 'chargeback_reverse' | 'chargeback_warning' | 'refund'
  created_at: string
  currency_code: string
  items: { amount: string; id: string; item_id: string; type: 'full' | 'partial' }[]
  payout_totals: null | {
    chargeback_fee: { amount: string; original: Amount | null }
    currency_code: string
  }
  reason: string
  status: 'approved' | 'pending_approval' | 'rejected'
  totals: {
    currency_code: string
    earnings: string
    fee: string
    subtotal: string
    tax: string
    total: string
  }
  transaction_id: string
}

export type Event = { data: object; event_id: string; event_type: string; occurred_at: string }

/** What the server remembers; `settings` is how the next payments and refunds go. */
export type Store = {
  adjustments: Map<string, Adjustment>
  customers: Map<string, { email: string; id: string }>
  events: Event[]
  settings: {
    /** Whether the next buyers owe no tax, which then comes off the price. */
    isExempt: boolean
    refund: Adjustment['status']
  }
  transactions: Map<string, Transaction>
}

export const newStore = (): Store => ({
  adjustments: new Map(),
  customers: new Map(),
  events: [],
  settings: { isExempt: false, refund: 'approved' },
  transactions: new Map(),
})

let made = 0

/** An id as Paddle makes them; later ones sort behind earlier ones. */
export const newId = (prefix: string): string => {
  made += 1

  return `${prefix}_01${String(made).padStart(10, '0')}${randomBytes(7).toString('hex')}`
}

/** Writes an event down, with what it is about as that stands now. */
export const recordEvent = (store: Store, event_type: string, data: object): Event => {
  const event = {
    data: structuredClone(data),
    event_id: newId('evt'),
    event_type,
    occurred_at: new Date().toISOString(),
  }
  store.events.push(event)

  return event
}

const FIFTH = 5

/** The tax in a price of which it is a fifth of the rest, as in the United Kingdom. */
const taxIn = (total: number): number => total - Math.round((total * FIFTH) / (FIFTH + 1))

/** What Paddle keeps: five percent, and fifty of the smallest units. */
const feeOf = (total: number): number => Math.round(total * 0.05) + 50

/** Sums a transaction up; what of it Paddle keeps is known once it is completed. */
export const sumUp = (
  transaction: Pick<Transaction, 'currency_code' | 'items'>,
  {
    ids = [],
    isCompleted,
    isExempt = false,
  }: { ids?: readonly string[]; isCompleted: boolean; isExempt?: boolean },
): Transaction['details'] => {
  const lines = transaction.items.map(({ price, quantity }, index) => {
    const asked = Number(price.unit_price.amount) * quantity
    const tax = isCompleted ? taxIn(asked) : 0

    return {
      id: ids[index] ?? newId('txnitm'),
      totals: {
        tax: String(isExempt ? 0 : tax),
        total: String(isExempt ? asked - tax : asked),
      },
    }
  })
  const sum = (of: 'tax' | 'total') =>
    lines.reduce((all, { totals }) => all + Number(totals[of]), 0)
  const [tax, total] = [sum('tax'), sum('total')]
  const fee = feeOf(total)

  return {
    line_items: lines,
    totals: {
      balance: '0',
      credit: '0',
      currency_code: transaction.currency_code,
      discount: '0',
      earnings: isCompleted ? String(total - tax - fee) : null,
      fee: isCompleted ? String(fee) : null,
      grand_total: String(total),
      subtotal: String(total - tax),
      tax: String(tax),
      total: String(total),
    },
  }
}
