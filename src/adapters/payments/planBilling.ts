import type { PlanStatus } from '@/domain/tenancy/planSubscriptions'

import type { OpenSession, ProviderName } from './types'

/** What a school is asked to pay for a plan each month: `amount` in minor units of `currency`; `price` is the provider's id of it. */
export type PlanPrice = {
  amount: number
  currency: string
  plan: string
  price: string
  title: string
}

/** Who pays: the school, and the address of the owner who asked. */
export type PlanPayer = {
  /** The provider's id of the school, where it has one. */
  customer: null | string
  email: string
  school: string
  tenant: string
}

type PlanCheckoutRequest = {
  cancelUrl: string
  /** The same key answers the same page. */
  idempotencyKey: string
  locale: string
  payer: PlanPayer
  price: PlanPrice
  successUrl: string
}

/** A subscription as its provider has it now. `plan` and `tenant` are what it was opened with, or changed to. */
export type PlanStanding = {
  customer: null | string
  endsAtPeriodEnd: boolean
  /** Until when is paid; null where nothing was. */
  periodEnd: Date | null
  plan: null | string
  status: PlanStatus
  subscription: string
  tenant: null | string
}

/** How a payment page stands; `subscription` once somebody has paid on it. */
type PlanCheckoutState = {
  status: 'closed' | 'open' | 'paid'
  subscription: null | string
  url: null | string
}

/**
 * Subscriptions of schools to the platform's plans, at the platform's own provider. Every method may be repeated;
 * PaymentUnavailable when the provider cannot be reached or refuses, PaymentDeclined when the card does.
 */
export type PlanBilling = {
  /** Has a live subscription go on at another price from now on; what is paid already counts towards it. */
  change: (args: {
    idempotencyKey: string
    price: PlanPrice
    subscription: string
  }) => Promise<void>
  /** Sees to it that nothing can be paid on a page any more, unless somebody has. */
  closeCheckout: (session: string) => Promise<void>
  /** Ends a subscription now, giving back as credit what is left of its period. */
  end: (subscription: string) => Promise<void>
  lookUp: (subscription: string) => Promise<null | PlanStanding>
  lookUpCheckout: (session: string) => Promise<null | PlanCheckoutState>
  name: ProviderName
  openCheckout: (request: PlanCheckoutRequest) => Promise<{ customer: null | string } & OpenSession>
  /** Opens the provider's own page for cards and invoices; absent where there is none. */
  openPortal?: (args: { customer: string; returnUrl: string }) => Promise<string>
  /** Lets a subscription end with its period, or go on after all. */
  setEnding: (args: { ends: boolean; subscription: string }) => Promise<void>
}
