import type Stripe from 'stripe'

import { planStatusOf } from '@/domain/tenancy/planSubscriptions'

import type { PlanBilling, PlanPayer, PlanStanding } from './planBilling'
import type { StripeOptions } from './stripeClient'

import { orUnavailable, PAGE_LOCALES, stripeClient, unless } from './stripeClient'

/** Subscriptions of schools in the platform's own Stripe account. */
export const stripePlanBilling = (options: StripeOptions): PlanBilling => {
  const stripe = stripeClient(options)

  return {
    name: 'stripe',
    change: ({ idempotencyKey, price, subscription }) =>
      orUnavailable(async () => {
        const { items, metadata } = await stripe.subscriptions.retrieve(subscription)
        const [item] = items.data
        if (item?.price.id === price.price) {
          return
        }
        await stripe.subscriptions.update(
          subscription,
          {
            cancel_at_period_end: false,
            items: [{ id: item?.id, price: price.price }],
            metadata: { ...metadata, plan: price.plan },
            payment_behavior: 'error_if_incomplete',
            proration_behavior: 'always_invoice',
          },
          { idempotencyKey },
        )
      }),
    closeCheckout: (session) =>
      orUnavailable(async () => {
        const { status } = await stripe.checkout.sessions.retrieve(session)
        if (status === 'open') {
          await stripe.checkout.sessions.expire(session)
        }
      }),
    end: (subscription) =>
      orUnavailable(async () => {
        const found = await stripe.subscriptions.retrieve(subscription)
        if (planStatusOf(found.status) !== 'ended') {
          await stripe.subscriptions.cancel(subscription, { invoice_now: true, prorate: true })
        }
      }),
    lookUp: (subscription) =>
      orUnavailable(async () => {
        const found = await unless('resource_missing', () =>
          stripe.subscriptions.retrieve(subscription),
        )

        return found && standingOf(found)
      }),
    lookUpCheckout: (session) =>
      orUnavailable(async () => {
        const found = await unless('resource_missing', () =>
          stripe.checkout.sessions.retrieve(session),
        )

        return (
          found && {
            status:
              found.status === 'open' ? 'open' : found.status === 'complete' ? 'paid' : 'closed',
            subscription: idOf(found.subscription),
            url: found.url,
          }
        )
      }),
    openCheckout: ({ cancelUrl, idempotencyKey, locale, payer, price, successUrl }) =>
      orUnavailable(async () => {
        const customer = payer.customer ?? (await makeCustomer(stripe, payer, idempotencyKey))
        const metadata = { plan: price.plan, tenant: payer.tenant }
        const created = await stripe.checkout.sessions.create(
          {
            cancel_url: cancelUrl,
            client_reference_id: payer.tenant,
            customer,
            line_items: [{ price: price.price, quantity: 1 }],
            locale: PAGE_LOCALES.includes(locale) ? locale : 'auto',
            metadata,
            mode: 'subscription',
            subscription_data: { metadata },
            success_url: successUrl,
          },
          { idempotencyKey },
        )

        return { customer, session: created.id, url: created.url ?? cancelUrl }
      }),
    openPortal: ({ customer, returnUrl }) =>
      orUnavailable(
        async () =>
          (await stripe.billingPortal.sessions.create({ customer, return_url: returnUrl })).url,
      ),
    setEnding: ({ ends, subscription }) =>
      orUnavailable(async () => {
        await stripe.subscriptions.update(subscription, { cancel_at_period_end: ends })
      }),
  }
}

const makeCustomer = async (
  stripe: Stripe,
  { email, school, tenant }: PlanPayer,
  key: string,
): Promise<string> => {
  const { id } = await stripe.customers.create(
    { name: school, email, metadata: { tenant } },
    { idempotencyKey: `${key}_customer` },
  )

  return id
}

const idOf = (given: null | string | { id: string }): null | string =>
  typeof given === 'string' ? given : (given?.id ?? null)

/** The plan is named by its price, so that one chosen in Stripe's own pages counts as well. */
const standingOf = (found: Stripe.Subscription): PlanStanding => {
  const [item] = found.items.data

  return {
    customer: idOf(found.customer),
    endsAtPeriodEnd: found.cancel_at_period_end || found.cancel_at !== null,
    periodEnd: item ? new Date(item.current_period_end * 1000) : null,
    plan: item?.price.metadata.plan ?? found.metadata.plan ?? null,
    status: planStatusOf(found.status),
    subscription: found.id,
    tenant: found.metadata.tenant ?? null,
  }
}
