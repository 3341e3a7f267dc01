import type { PayloadRequest } from 'payload'

import type { PlanCatalog } from './planCatalog'
import type { TestGateway } from './testGateway'
import type { Payments, ProviderName } from './types'

import { gatewayPath } from '@/domain/commerce/paths'
import { env } from '@/env'
import { deriveSecret } from '@/secrets'

import { gatewayRows } from './gatewayRows'
import { stripePlanCatalog } from './planCatalog'
import { stripePayments } from './stripe'
import { testGateway } from './testGateway'

let stripe: Payments | undefined
let plans: PlanCatalog | undefined

/** Stripe, or undefined on an installation that holds no key of it. */
const stripeIfSet = (): Payments | undefined => {
  const { STRIPE_API_BASE, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = env()
  if (!STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET) {
    return undefined
  }
  stripe ??= stripePayments({
    apiBase: STRIPE_API_BASE,
    secretKey: STRIPE_SECRET_KEY,
    webhookSecret: STRIPE_WEBHOOK_SECRET,
  })

  return stripe
}

/** Where the platform's own plans are sold: its Stripe account, or undefined on an installation that holds no key of it. */
export const planCatalog = (): PlanCatalog | undefined => {
  const { STRIPE_API_BASE, STRIPE_SECRET_KEY } = env()
  if (!STRIPE_SECRET_KEY) {
    return undefined
  }

  return (plans ??= stripePlanCatalog({ apiBase: STRIPE_API_BASE, secretKey: STRIPE_SECRET_KEY }))
}

/**
 * The built-in test gateway, working in the request's school; undefined wherever real money is
 * taken, so that nobody there can call a purchase paid.
 */
export const testGatewayFor = (req: PayloadRequest): TestGateway | undefined =>
  stripeIfSet()
    ? undefined
    : testGateway({
        clock: () => new Date(),
        pageOf: ({ session, successUrl }) => new URL(gatewayPath(session), successUrl).toString(),
        secret: deriveSecret({ purpose: 'payments:test' }),
        sessions: gatewayRows(req),
      })

/** A provider by its name, or undefined where this installation does not use it. */
export const paymentsOf = (name: ProviderName, req: PayloadRequest): Payments | undefined =>
  name === 'stripe' ? stripeIfSet() : testGatewayFor(req)

/** The provider that takes money for new orders: Stripe where its key is set, else the test gateway. */
export const paymentsFor = (req: PayloadRequest): Payments => {
  const chosen = stripeIfSet() ?? testGatewayFor(req)
  if (!chosen) {
    throw new Error('There is no payment provider.')
  }

  return chosen
}

/** Whether this installation takes real money, rather than trying purchases out in the test gateway. */
export const takesRealMoney = (): boolean => stripeIfSet() !== undefined
