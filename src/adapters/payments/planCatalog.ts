import type Stripe from 'stripe'

import type { StripeOptions } from './stripeClient'

import { orUnavailable, stripeClient, unless } from './stripeClient'
import { toStripeAmount } from './stripeAmounts'

/** A plan of the platform as schools pay for it: `amount` in minor units of `currency`, for a month. */
export type SoldPlan = {
  amount: number
  currency: string
  description: null | string
  id: string
  /** Whether it can be bought; one that cannot stays with those who have it. */
  isOffered: boolean
  name: string
  /** Changes whenever the plan does. */
  version: string
}

/** The provider's ids of what is sold as a plan. */
type PlanIds = { price: string; product: string }

/**
 * The plans of the platform at its provider: one product each, with one price that can be paid. Every method may
 * be repeated, and carried on after it was broken off; PaymentUnavailable when the provider cannot be reached or refuses.
 */
export type PlanCatalog = {
  /** Has the provider sell the plan as it is now. A price never changes: another one takes its place, and the old one is archived. */
  put: (plan: SoldPlan) => Promise<PlanIds>
  /** Archives what was sold as a plan; nothing where nothing was. */
  remove: (plan: string) => Promise<void>
}

/** An id of our own, so that no plan becomes two products, however late a request is repeated. */
const productId = (plan: string): string => `lectern_${plan}`

/** What names one price of one plan: a plan that goes back to an old price finds it again. */
const lookupKey = ({ id, amount, currency }: SoldPlan): string =>
  `lectern_${id}_${currency.toLowerCase()}_${amount}`

/** Plans as products and monthly prices of Stripe. */
export const stripePlanCatalog = (options: StripeOptions): PlanCatalog => {
  const stripe = stripeClient(options)

  return {
    put: (plan) =>
      orUnavailable(async () => {
        const product = await putProduct(stripe, plan)
        const price = await putPrice(stripe, plan, product)
        await stripe.products.update(product, { active: plan.isOffered, default_price: price })
        await archiveOthers(stripe, { price, product })

        return { price, product }
      }),
    remove: (plan) =>
      orUnavailable(async () => {
        await unless('resource_missing', () =>
          stripe.products.update(productId(plan), { active: false }),
        )
      }),
  }
}

/** Changes the product of a plan, or makes it; another worker may make it in between. */
const putProduct = async (stripe: Stripe, plan: SoldPlan): Promise<string> => {
  const { id: planId, name, description, version } = plan
  const id = productId(planId)
  const change = () => stripe.products.update(id, { name, description: description ?? '' })
  const make = () =>
    stripe.products.create(
      { id, name, metadata: { plan: planId }, ...(description && { description }) },
      { idempotencyKey: `${id}_${version}` },
    )
  const put =
    (await unless('resource_missing', change)) ??
    (await unless('resource_already_exists', make)) ??
    (await change())

  return put.id
}

const putPrice = async (stripe: Stripe, plan: SoldPlan, product: string): Promise<string> => {
  const { id, amount, currency } = plan
  const key = lookupKey(plan)
  const { data } = await stripe.prices.list({ limit: 1, lookup_keys: [key] })
  const [known] = data
  if (known) {
    return known.active ? known.id : (await stripe.prices.update(known.id, { active: true })).id
  }
  const made = await stripe.prices.create(
    {
      currency: currency.toLowerCase(),
      lookup_key: key,
      metadata: { plan: id },
      product,
      recurring: { interval: 'month' },
      unit_amount: toStripeAmount({ amount, currency }),
    },
    { idempotencyKey: key },
  )

  return made.id
}

const archiveOthers = async (stripe: Stripe, { price, product }: PlanIds): Promise<void> => {
  for await (const { id } of stripe.prices.list({ active: true, limit: 100, product })) {
    if (id !== price) {
      await stripe.prices.update(id, { active: false })
    }
  }
}
