import { randomBytes } from 'node:crypto'

/** The parts of Stripe's Checkout Session that we use, by Stripe's names. */
export type Session = {
  amount_subtotal: null | number
  amount_total: null | number
  cancel_url: null | string
  client_reference_id: null | string
  created: number
  currency: string
  customer?: string
  customer_email: null | string
  expires_at: number
  id: string
  livemode: false
  metadata: Record<string, string>
  mode: 'payment' | 'setup' | 'subscription'
  object: 'checkout.session'
  payment_intent: null | string
  payment_status: 'no_payment_required' | 'paid' | 'unpaid'
  setup_intent?: null | string
  status: 'complete' | 'expired' | 'open'
  subscription?: null | string
  success_url: string
  url: null | string
}

export type LineItem = {
  amount_total: number
  currency: string
  description: string
  id: string
  object: 'item'
  quantity: number
}

export type PaymentIntent = {
  amount: number
  application_fee_amount?: number
  created: number
  currency: string
  customer?: null | string
  id: string
  latest_charge?: null | {
    balance_transaction: BalanceChange
    id: string
    object: 'charge'
  }
  last_payment_error?: {
    code: string
    decline_code?: string
    message: string
    type: 'card_error'
  } | null
  metadata: Record<string, string>
  object: 'payment_intent'
  payment_method?: null | string
  setup_future_usage?: 'off_session' | null
  status: 'canceled' | 'processing' | 'requires_payment_method' | 'succeeded'
  transfer_data?: { destination: string }
}

/** What one of Stripe's test cards does when it is charged without its holder. */
export type TestCard = 'authenticationRequired' | 'declined' | 'works'

export type PaymentMethod = {
  card: { brand: string; exp_month: number; exp_year: number; last4: string }
  customer: null | string
  id: string
  object: 'payment_method'
  type: 'card'
}

export type SetupIntent = {
  id: string
  metadata: Record<string, string>
  object: 'setup_intent'
  payment_method: null | string
  status: 'requires_payment_method' | 'succeeded'
}

export type TaxTransaction = {
  flat_amount: null | number
  id: string
  object: 'tax.transaction'
  reference: string
  reversal: null | { original_transaction: string }
  type: 'reversal' | 'transaction'
}

export type Refund = {
  amount: number
  created: number
  currency: string
  failure_reason: null | string
  id: string
  metadata: Record<string, string>
  object: 'refund'
  payment_intent: string
  /** What of the fee went back to the connected account. */
  refunded_fee?: number
  status: 'failed' | 'pending' | 'succeeded'
}

export type Event = {
  /** The connected account that it is of, where it is of one. */
  account?: string
  api_version: string
  created: number
  data: { object: object }
  id: string
  livemode: false
  object: 'event'
  type: string
}

export type Product = {
  active: boolean
  default_price: null | string
  description: null | string
  id: string
  metadata: Record<string, string>
  name: string
  object: 'product'
}

export type Price = {
  active: boolean
  currency: string
  id: string
  lookup_key: null | string
  metadata: Record<string, string>
  object: 'price'
  product: string
  recurring: { interval: string }
  unit_amount: number
}

export type Customer = {
  email: null | string
  id: string
  metadata: Record<string, string>
  name: string
  object: 'customer'
}

export type Subscription = {
  cancel_at: null | number
  cancel_at_period_end: boolean
  customer: string
  id: string
  items: {
    data: { current_period_end: number; id: string; object: 'subscription_item'; price: Price }[]
    object: 'list'
  }
  metadata: Record<string, string>
  object: 'subscription'
  status: 'active' | 'canceled' | 'incomplete' | 'past_due' | 'unpaid'
}

/** Everything the server remembers, newest last. */
/** An Express account of Connect. */
export type Account = {
  capabilities: { transfers: 'active' | 'inactive' }
  details_submitted: boolean
  email: string
  id: string
  metadata: Record<string, string>
  object: 'account'
  payouts_enabled: boolean
  requirements: { currently_due: string[]; disabled_reason: null | string }
}

export type Transfer = {
  amount: number
  amount_reversed: number
  created: number
  currency: string
  destination: string
  id: string
  metadata: Record<string, string>
  object: 'transfer'
  reversed: boolean
  transfer_group: string
}

export type Payout = {
  amount: number
  created: number
  currency: string
  failure_code: null | string
  failure_message: null | string
  id: string
  metadata: Record<string, string>
  object: 'payout'
  status: 'failed' | 'paid' | 'pending'
}

/** A change of the balance that follows from nothing else here; `amount` and `net` below zero where Stripe took it. */
export type BalanceChange = {
  amount: number
  created: number
  currency: string
  fee: number
  id: string
  net: number
  object: 'balance_transaction'
  source: null | string
  type: string
}

/** The parts of Stripe's Dispute that we use. */
export type Dispute = {
  amount: number
  balance_transactions: { amount: number; currency: string; fee: number }[]
  created: number
  currency: string
  evidence_details: { due_by: null | number }
  id: string
  object: 'dispute'
  payment_intent: string
  reason: string
  status: 'lost' | 'needs_response' | 'under_review' | 'warning_needs_response' | 'won'
}

export type Store = {
  accounts: Map<string, Account>
  /** What changed the balance beside payments, refunds, disputes and payouts. */
  balance: Map<string, BalanceChange>
  /** What each kept card does; one that is not named works. */
  cards: Map<string, TestCard>
  clock: () => Date
  customers: Map<string, Customer>
  /** Whether the cards of all subscriptions decline. */
  declinesCards: boolean
  /** Whether refunds are under way for a while before they succeed or fail. */
  delaysRefunds: boolean
  disputes: Map<string, Dispute>
  events: Map<string, Event>
  intentOf: Map<string, string>
  intents: Map<string, PaymentIntent>
  lines: Map<string, LineItem[]>
  methods: Map<string, PaymentMethod>
  /** What a page in subscription mode sells. */
  offered: Map<string, { metadata: Record<string, string>; price: string }>
  origin: () => string
  /** Of connected accounts, and of the account itself, which has no name, by their own ids. */
  payouts: Map<string, { account: string; body: Payout }>
  prices: Map<string, Price>
  products: Map<string, Product>
  refunds: Map<string, Refund>
  sessions: Map<string, Session>
  setups: Map<string, SetupIntent>
  subscriptions: Map<string, Subscription>
  /** Calculations of tax by their ids, and what of them was counted. */
  taxes: { calculations: Set<string>; transactions: Map<string, TaxTransaction> }
  transfers: Map<string, Transfer>
}

/** An id in Stripe's manner: a prefix and 24 letters or digits. */
export const newId = (prefix: string): string => `${prefix}${randomBytes(12).toString('hex')}`
