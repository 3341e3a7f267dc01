import { randomBytes } from 'node:crypto'

export type Money = { currency_code: string; value: string }

type Unit = {
  amount: Money & { breakdown?: { item_total: Money } }
  custom_id?: string
  description?: string
  invoice_id?: string
  items?: { name: string; quantity: string; unit_amount: Money }[]
  payments?: { captures: Capture[] }
  reference_id: string
}

export type Capture = {
  id: string
  amount: Money
  custom_id?: string
  status: 'COMPLETED' | 'DECLINED' | 'PENDING'
  supplementary_data: { related_ids: { order_id: string } }
}

/** What an order is paid from: an account on PayPal's page, which may be kept, or one that was kept before. */
export type Wallet = {
  attributes?: {
    vault: { customer?: { id: string }; id?: string; status?: 'VAULTED'; store_in_vault?: string }
  }
  experience_context?: { cancel_url: string; return_url: string }
  stored_credential?: { payment_initiator: string; usage: string; usage_pattern?: string }
  vault_id?: string
}

/** An account in the vault, and how its next charges go. */
export type Token = {
  charges: 'DECLINES' | 'NEEDS_PAYER' | 'WORKS'
  customer: { id: string }
  id: string
}

/** Somebody's leave to charge her account, asked for without a payment. */
export type Setup = {
  customer: { id: string }
  id: string
  payment_source: { paypal: Wallet & { usage_type: string } }
  status: 'APPROVED' | 'PAYER_ACTION_REQUIRED' | 'VAULTED'
}

export type Order = {
  id: string
  create_time: string
  intent: 'CAPTURE'
  payment_source: { paypal: Wallet }
  purchase_units: [Unit]
  status: 'APPROVED' | 'COMPLETED' | 'CREATED' | 'PAYER_ACTION_REQUIRED'
  /** Rises with every change of its status. */
  update_time: string
}

export type Refund = {
  id: string
  amount: Money
  custom_id?: string
  links: { href: string; rel: string }[]
  status: 'COMPLETED' | 'FAILED' | 'PENDING'
}

export type Dispute = {
  create_time: string
  dispute_amount: Money
  dispute_id: string
  dispute_life_cycle_stage: 'CHARGEBACK' | 'INQUIRY'
  dispute_outcome?: { outcome_code: string }
  disputed_transactions: { custom?: string; seller_transaction_id: string }[]
  reason: string
  seller_response_due_date?: string
  status: 'RESOLVED' | 'UNDER_REVIEW' | 'WAITING_FOR_SELLER_RESPONSE'
  update_time: string
}

/** What moved on the account beside payments and refunds, by PayPal's code of it; below zero it went out. */
type Move = { amount: Money; code: string; id: string; status: string }

export type Event = {
  id: string
  create_time: string
  event_type: string
  resource: object
}

/** What the server remembers; `settings` is how the next captures and refunds go. */
export type Store = {
  captures: Map<string, Capture>
  disputes: Map<string, Dispute>
  events: Event[]
  moves: Map<string, Move>
  orders: Map<string, Order>
  refunds: Map<string, Refund>
  setups: Map<string, Setup>
  settings: {
    capture: 'COMPLETED' | 'DECLINES' | 'PENDING'
    refund: Refund['status']
    /** Whether the app may see disputes. */
    seesDisputes: boolean
  }
  tokens: Set<string>
  vault: Map<string, Token>
}

export const newStore = (): Store => ({
  captures: new Map(),
  disputes: new Map(),
  events: [],
  moves: new Map(),
  orders: new Map(),
  refunds: new Map(),
  settings: { capture: 'COMPLETED', refund: 'COMPLETED', seesDisputes: true },
  setups: new Map(),
  tokens: new Set(),
  vault: new Map(),
})

/** An id as PayPal makes them: seventeen capitals and digits. */
export const newId = (): string =>
  Array.from(randomBytes(17), (byte) => 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'[byte % 34]).join('')

/** Writes an event down, with what it is about as that stands now. */
export const recordEvent = (store: Store, event_type: string, resource: object): Event => {
  const event: Event = {
    id: `WH-${newId()}-${newId()}`,
    create_time: new Date().toISOString(),
    event_type,
    resource: structuredClone(resource),
  }
  store.events.push(event)

  return event
}

/** Writes down what moved on the account itself, and answers its id. */
export const moveAtPayPal = ({ moves }: Store, move: Omit<Move, 'id'>): string => {
  const id = newId()
  moves.set(id, { ...move, id })

  return id
}
