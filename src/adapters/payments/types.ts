import type { PaymentEventType } from '@/domain/commerce/orders'

/** Who takes the money: Stripe, or the gateway built in for trying things out. */
export const PROVIDERS = ['stripe', 'test'] as const

export type ProviderName = (typeof PROVIDERS)[number]

/** One line of the payment page: what is bought and what is to be paid for it, in minor units. */
export type PaymentLine = { amount: number; title: string }

/** What a payment page is opened for. The lines sum to `amount`, in minor units of `currency`. */
export type SessionRequest = {
  amount: number
  cancelUrl: string
  currency: string
  customerEmail: string
  /** When the page stops taking money: 30 minutes to 24 hours from now. */
  expiresAt: Date
  /** The same key answers the same session, so that a repeated request never opens a second one. */
  idempotencyKey: string
  lines: readonly PaymentLine[]
  locale: string
  order: string
  successUrl: string
  tenant: string
}

/** An open payment page: the provider's id for it, and where the buyer goes. */
export type OpenSession = { session: string; url: string }

/**
 * A provider's report in the platform's own words. `order` and `tenant` are what the session was
 * opened with; `amount` in minor units of `currency` is what was paid, or asked for; `payment` is the provider's
 * id of the movement of money. Only an event of type `other` may lack any of them.
 */
export type ProviderEvent = {
  amount: null | number
  currency: null | string
  id: string
  occurredAt: Date
  order: null | string
  payment: null | string
  provider: ProviderName
  session: null | string
  tenant: null | string
  type: PaymentEventType
}

/** A webhook as a provider sends it. */
export type Delivery = { body: string; headers: Headers }

/** A charge of the card that paid in `session` before; amounts in minor units of `currency`. */
export type ChargeRequest = {
  amount: number
  currency: string
  /** The same key charges once, and answers the same event. */
  idempotencyKey: string
  order: string
  session: string
  tenant: string
}

/** How a session stands at the provider. */
export type SessionState = {
  amount: number
  currency: string
  payment: null | string
  status: 'expired' | 'failed' | 'open' | 'paid'
}

/**
 * A payment provider. Each method throws PaymentUnavailable when the provider cannot be reached or
 * refuses the request; `verifyEvent` throws BadSignature alone and never asks the network.
 */
export type Payments = {
  /**
   * Charges a card again, for what is due of a subscription, and answers the signed event of it; absent where
   * the provider keeps no cards, and then nothing recurring is sold.
   */
  charge?: (request: ChargeRequest) => Promise<Delivery>
  /** Closes a session that nobody should pay any more; closing a closed one is no error. */
  closeSession: (session: string) => Promise<void>
  createSession: (request: SessionRequest) => Promise<OpenSession>
  /** How a session stands, or null where the provider knows of none. */
  lookUp: (session: string) => Promise<null | SessionState>
  name: ProviderName
  /** The event in a webhook's raw body, once its signature and its age (300 s) are right. */
  verifyEvent: (delivery: Delivery) => ProviderEvent
}

/** The delivery was not signed with the secret shared with the provider, was altered, or is too old. */
export class BadSignature extends Error {
  override name = 'BadSignature'
}

/** The provider could not be reached, or refused the request. */
export class PaymentUnavailable extends Error {
  override name = 'PaymentUnavailable'
}
