import { randomBytes } from 'node:crypto'

export type Notes = Record<string, string>

export type Link = {
  id: string
  amount: number
  callback_url: string
  currency: string
  entity: 'payment_link'
  expire_by: number
  notes: Notes
  payments: { amount: number; payment_id: string; status: string }[]
  reference_id: string
  short_url: string
  status: 'cancelled' | 'created' | 'expired' | 'paid'
}

export type Payment = {
  id: string
  amount: number
  amount_refunded: number
  contact?: string
  created_at: number
  currency: string
  customer_id?: string
  email?: string
  entity: 'payment'
  error_reason?: null | string
  fee?: number
  notes?: Notes
  order_id?: string
  status: 'captured' | 'created' | 'failed'
  token_id?: string
}

/** A registration link, which Razorpay counts among its invoices. */
export type Registration = Omit<Link, 'entity' | 'payments' | 'reference_id' | 'status'> & {
  customer_id: string
  entity: 'invoice'
  payment_id: null | string
  receipt: string
  status: 'cancelled' | 'expired' | 'issued' | 'paid'
}

export type Order = {
  amount: number
  created_at: number
  currency: string
  entity: 'order'
  id: string
  notes: Notes
  receipt: string
}

/** A kept card, and how its next charges go: some are on their way for a day. */
export type Token = {
  card: { expiry_month: number; expiry_year: number; last4: string; network: string }
  charges: 'DECLINES' | 'WAITS' | 'WORKS'
  customer: string
  entity: 'token'
  id: string
  max_amount: number
  recurring_details: { status: 'cancelled' | 'confirmed' }
}

export type Refund = {
  id: string
  amount: number
  created_at: number
  currency: string
  entity: 'refund'
  notes: Notes | []
  payment_id: string
  receipt: null | string
  status: 'failed' | 'pending' | 'processed'
}

export type Dispute = {
  id: string
  amount: number
  amount_deducted: number
  created_at: number
  currency: string
  entity: 'dispute'
  payment_id: string
  phase: 'chargeback' | 'retrieval'
  reason_code: string
  respond_by: number
  status: 'lost' | 'open' | 'under_review' | 'won'
}

/** What Razorpay sends to the bank of the account; `fees`, tax included, only where that was asked for at once. */
type Settlement = {
  id: string
  amount: number
  created_at: number
  entity: 'settlement'
  fees: number
  status: 'created' | 'failed' | 'processed'
  tax: number
  utr: string
}

export type Event = {
  contains: string[]
  created_at: number
  entity: 'event'
  event: string
  payload: Record<string, { entity: object }>
}

export type Store = {
  disputes: Map<string, Dispute>
  links: Map<string, Link>
  orders: Map<string, Order>
  payments: Map<string, Payment>
  refunds: Map<string, Refund>
  registrations: Map<string, Registration>
  settlements: Map<string, Settlement>
  /** How the next refunds go. */
  settings: { refund: Refund['status'] }
  tokens: Map<string, Token>
}

export const newStore = (): Store => ({
  disputes: new Map(),
  links: new Map(),
  orders: new Map(),
  payments: new Map(),
  refunds: new Map(),
  registrations: new Map(),
  settings: { refund: 'processed' },
  settlements: new Map(),
  tokens: new Map(),
})

/** An id as Razorpay makes them, as in `plink_9aKx…`. */
export const newId = (prefix: string): string =>
  `${prefix}_${randomBytes(9).toString('base64url').replace(/[-_]/g, 'x')}`

/** Now, as Razorpay counts time. */
export const seconds = (): number => Math.floor(Date.now() / 1000)

/** A link by its id; throws where there is none. */
export const linkIn = ({ links }: Store, id: string): Link => {
  const link = links.get(id)
  if (!link) {
    throw new Error(`Razorpay has no link ${id}.`)
  }

  return link
}

/** An event, with what it is about as that stands now. */
export const eventOf = (name: string, payload: Record<string, object>): Event => ({
  contains: Object.keys(payload),
  created_at: seconds(),
  entity: 'event',
  event: name,
  payload: Object.fromEntries(
    Object.entries(payload).map(([key, entity]) => [key, { entity: structuredClone(entity) }]),
  ),
})

/** Settles what the account holds, and answers the id of that. */
export const settleAtRazorpay = (
  { settlements }: Store,
  { amount, fees = 0, status }: Pick<Settlement, 'amount' | 'status'> & { fees?: number },
): string => {
  const id = newId('setl')
  settlements.set(id, {
    id,
    amount,
    created_at: seconds(),
    entity: 'settlement',
    fees,
    status,
    tax: 0,
    utr: `utr${id}`,
  })

  return id
}
