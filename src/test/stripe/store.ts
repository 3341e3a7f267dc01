import { randomBytes } from 'node:crypto'

/** The parts of Stripe's Checkout Session that we use, by Stripe's names. */
export type Session = {
  amount_subtotal: number
  amount_total: number
  cancel_url: null | string
  client_reference_id: null | string
  created: number
  currency: string
  customer_email: null | string
  expires_at: number
  id: string
  livemode: false
  metadata: Record<string, string>
  mode: 'payment'
  object: 'checkout.session'
  payment_intent: null | string
  payment_status: 'paid' | 'unpaid'
  status: 'complete' | 'expired' | 'open'
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
  created: number
  currency: string
  id: string
  metadata: Record<string, string>
  object: 'payment_intent'
  status: 'canceled' | 'processing' | 'requires_payment_method' | 'succeeded'
}

export type Event = {
  api_version: string
  created: number
  data: { object: Session }
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

/** Everything the server remembers, newest last. */
export type Store = {
  clock: () => Date
  events: Map<string, Event>
  intentOf: Map<string, string>
  intents: Map<string, PaymentIntent>
  lines: Map<string, LineItem[]>
  origin: () => string
  prices: Map<string, Price>
  products: Map<string, Product>
  sessions: Map<string, Session>
}

/** An id in Stripe's manner: a prefix and 24 letters or digits. */
export const newId = (prefix: string): string => `${prefix}${randomBytes(12).toString('hex')}`
