import { z } from 'zod'

import type { FormValue } from './form'
import type { Customer, Session, Store, Subscription } from './store'

import { ApiError, invalid, missing, noSuch } from './errors'
import { newId } from './store'

type Form = Record<string, FormValue>

const text = z.string().min(1)
const flag = z.enum(['false', 'true']).transform((given) => given === 'true')
const metadata = z.record(z.string(), z.string()).default({})

const parsed = <Shape extends z.ZodType>(shape: Shape, form: Form): z.output<Shape> => {
  const given = shape.safeParse(form)
  if (given.success) {
    return given.data
  }
  const [issue] = given.error.issues
  const param = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys : []),
  ].join('.')
  throw issue?.code === 'invalid_type' ? missing(param) : invalid(param, issue?.message ?? '')
}

const newCustomer = z.strictObject({ name: text, email: z.email(), metadata })

/** POST /v1/customers. */
export const createCustomer = (store: Store, form: Form): Customer => {
  const customer: Customer = { ...parsed(newCustomer, form), id: newId('cus_'), object: 'customer' }
  store.customers.set(customer.id, customer)

  return customer
}

const newSession = z.strictObject({
  cancel_url: z.url(),
  client_reference_id: text.max(200),
  customer: text,
  line_items: z.tuple([z.strictObject({ price: text, quantity: z.literal('1') })]),
  locale: z.enum(['auto', 'en', 'ru']),
  metadata,
  mode: z.literal('subscription'),
  subscription_data: z.strictObject({ metadata }),
  success_url: z.url(),
})

const DAY = 24 * 3600

/** POST /v1/checkout/sessions, in subscription mode with one price. */
export const createSubscriptionSession = (store: Store, form: Form): Session => {
  const asked = parsed(newSession, form)
  const price = store.prices.get(asked.line_items[0].price)
  if (!price?.active) {
    throw noSuch('price', asked.line_items[0].price)
  }
  if (!store.customers.has(asked.customer)) {
    throw noSuch('customer', asked.customer)
  }
  const id = newId('cs_test_')
  const now = Math.floor(store.clock().getTime() / 1000)
  const session: Session = {
    id,
    amount_subtotal: price.unit_amount,
    amount_total: price.unit_amount,
    cancel_url: asked.cancel_url,
    client_reference_id: asked.client_reference_id,
    created: now,
    currency: price.currency,
    customer: asked.customer,
    customer_email: null,
    expires_at: now + DAY,
    livemode: false,
    metadata: asked.metadata,
    mode: 'subscription',
    object: 'checkout.session',
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    subscription: null,
    success_url: asked.success_url,
    url: `${store.origin()}/c/pay/${id}`,
  }
  store.sessions.set(id, session)
  store.offered.set(id, { metadata: asked.subscription_data.metadata, price: price.id })

  return session
}

/** The end of the month that a subscription has paid, in seconds. */
const monthLater = (store: Store): number => Math.floor(store.clock().getTime() / 1000) + 30 * DAY

/** Pays on a page in subscription mode: the subscription that comes of it is active. */
export const paySubscription = (store: Store, id: string): Subscription => {
  const session = store.sessions.get(id)
  const offered = store.offered.get(id)
  const price = offered && store.prices.get(offered.price)
  if (!session?.customer || !offered || !price || session.status !== 'open') {
    throw noSuch('checkout.session', id)
  }
  const subscription: Subscription = {
    id: newId('sub_'),
    cancel_at: null,
    cancel_at_period_end: false,
    customer: session.customer,
    items: {
      data: [
        {
          id: newId('si_'),
          current_period_end: monthLater(store),
          object: 'subscription_item',
          price,
        },
      ],
      object: 'list',
    },
    metadata: offered.metadata,
    object: 'subscription',
    status: 'active',
  }
  store.subscriptions.set(subscription.id, subscription)
  Object.assign(session, {
    payment_status: 'paid',
    status: 'complete',
    subscription: subscription.id,
    url: null,
  })

  return subscription
}

/** A subscription by its id; throws Stripe's 404 where there is none. */
export const subscriptionOf = (store: Store, id: string): Subscription => {
  const found = store.subscriptions.get(id)
  if (!found) {
    throw noSuch('subscription', id)
  }

  return found
}

const changed = z.strictObject({
  cancel_at_period_end: flag.optional(),
  items: z.tuple([z.strictObject({ id: text, price: text })]).optional(),
  metadata: metadata.optional(),
  payment_behavior: z.enum(['allow_incomplete', 'error_if_incomplete']).optional(),
  proration_behavior: z.enum(['always_invoice', 'create_prorations', 'none']).optional(),
})

/** POST /v1/subscriptions/:id: one that was canceled never changes, and a declined card refuses a price with 402. */
export const changeSubscription = (store: Store, id: string, form: Form): Subscription => {
  const subscription = subscriptionOf(store, id)
  const { cancel_at_period_end, items, metadata: labels } = parsed(changed, form)
  if (subscription.status === 'canceled') {
    throw invalid('id', 'A canceled subscription can only update its cancellation_details.')
  }
  const [item] = subscription.items.data
  if (items && item) {
    const price = store.prices.get(items[0].price)
    if (!price?.active) {
      throw noSuch('price', items[0].price)
    }
    if (store.declinesCards) {
      throw new ApiError({
        type: 'card_error',
        code: 'card_declined',
        message: 'Your card was declined.',
        status: 402,
      })
    }
    item.price = price
  }
  Object.assign(subscription.metadata, labels)

  return Object.assign(subscription, cancel_at_period_end !== undefined && { cancel_at_period_end })
}

/** DELETE /v1/subscriptions/:id. */
export const cancelSubscription = (store: Store, id: string): Subscription =>
  Object.assign(subscriptionOf(store, id), { status: 'canceled' })

const portal = z.strictObject({ customer: text, return_url: z.url() })

/** POST /v1/billing_portal/sessions. */
export const openPortal = (store: Store, form: Form): object => {
  const { customer, return_url } = parsed(portal, form)
  if (!store.customers.has(customer)) {
    throw noSuch('customer', customer)
  }
  const id = newId('bps_')

  return {
    id,
    customer,
    object: 'billing_portal.session',
    return_url,
    url: `${store.origin()}/p/session/${id}`,
  }
}
