import type { Answered, Asked } from '../providers/httpServer'
import type { Event, Notes, Order, Payment, Registration, Store, Token } from './store'

import { refusal } from './refusal'
import { eventOf, newId, seconds } from './store'

type Context = { asked: Asked; store: Store; url: string }

const UNKNOWN = 'The id provided does not exist'

const register = ({ asked, store, url }: Context): Answered => {
  const given = JSON.parse(asked.body) as Omit<Registration, 'entity' | 'id' | 'status'> & {
    subscription_registration: { max_amount: number; method: string }
  }
  if (given.subscription_registration.method === 'card' && given.amount < 100) {
    return refusal('The amount must be atleast INR 1.00')
  }
  if (given.currency !== 'INR' || given.receipt.length > 40) {
    return refusal('The currency or the receipt is not valid')
  }
  const id = newId('inv')
  const made: Registration = {
    ...given,
    id,
    customer_id: newId('cust'),
    entity: 'invoice',
    payment_id: null,
    short_url: `${url}/i/${id}`,
    status: 'issued',
  }
  store.registrations.set(id, made)

  return { body: made, status: 200 }
}

const registration = ({ asked: { method, query }, store }: Context, id: string, act: string) => {
  if (!id) {
    const wanted = query.get('receipt')
    const items = [...store.registrations.values()].filter(({ receipt }) => receipt === wanted)

    return { body: { count: items.length, entity: 'collection', items }, status: 200 }
  }
  const found = store.registrations.get(id)
  if (!found) {
    return refusal(UNKNOWN)
  }
  if (method === 'POST' && act === 'cancel') {
    if (found.status !== 'issued') {
      return refusal(`Invoice cannot be cancelled as it is already ${found.status}`)
    }
    found.status = 'cancelled'
  }

  return { body: found, status: 200 }
}

/** The buyer pays on the page of a registration, and her card is kept; answers the event of it. */
export const payRegistration = (store: Store, id: string): Event => {
  const found = store.registrations.get(id)
  if (!found) {
    throw new Error(`Razorpay has no registration ${id}.`)
  }
  const token: Token = {
    id: newId('token'),
    card: { expiry_month: 11, expiry_year: 2031, last4: '4366', network: 'Visa' },
    charges: 'WORKS',
    customer: found.customer_id,
    entity: 'token',
    max_amount: 1_500_000,
    recurring_details: { status: 'confirmed' },
  }
  const payment: Payment = {
    id: newId('pay'),
    amount: found.amount,
    amount_refunded: 0,
    contact: '+919812345678',
    created_at: seconds(),
    currency: found.currency,
    customer_id: found.customer_id,
    email: 'student@aurora.test',
    entity: 'payment',
    notes: found.notes,
    status: 'captured',
    token_id: token.id,
  }
  store.tokens.set(token.id, token)
  store.payments.set(payment.id, payment)
  Object.assign(found, { payment_id: payment.id, status: 'paid' })

  return eventOf('invoice.paid', { invoice: found, payment })
}

const orders = ({ asked, store }: Context, id: string, act: string): Answered => {
  if (asked.method === 'POST') {
    const given = JSON.parse(asked.body) as Pick<Order, 'amount' | 'currency' | 'notes' | 'receipt'>
    if (given.receipt.length > 40) {
      return refusal('The receipt may not be greater than 40 characters.')
    }
    const order: Order = { ...given, id: newId('order'), created_at: seconds(), entity: 'order' }
    store.orders.set(order.id, order)

    return { body: order, status: 200 }
  }
  const wanted = asked.query.get('receipt')
  const items =
    act === 'payments'
      ? [...store.payments.values()].filter(({ order_id }) => order_id === id)
      : [...store.orders.values()].filter(({ receipt }) => receipt === wanted)

  return { body: { count: items.length, entity: 'collection', items }, status: 200 }
}

const STATUSES = { DECLINES: 'failed', WAITS: 'created', WORKS: 'captured' } as const

const charge = ({ asked, store }: Context): Answered => {
  const given = JSON.parse(asked.body) as Record<
    'contact' | 'currency' | 'customer_id' | 'email' | 'order_id' | 'token',
    string
  > & { amount: number; notes: Notes }
  const token = store.tokens.get(given.token)
  const missing = (['contact', 'email', 'order_id'] as const).find((name) => !given[name])
  if (missing) {
    return refusal(`The ${missing} field is required.`)
  }
  if (!token || token.customer !== given.customer_id) {
    return refusal('The token does not exist, or is not of this customer')
  }
  if (token.recurring_details.status !== 'confirmed' || given.amount > token.max_amount) {
    return refusal('The token cannot be charged this')
  }
  if ([...store.payments.values()].some(({ order_id }) => order_id === given.order_id)) {
    return refusal('Payment already done for this order.')
  }
  const { amount, currency, customer_id, notes, order_id } = given
  const made: Payment = {
    id: newId('pay'),
    amount,
    amount_refunded: 0,
    created_at: seconds(),
    currency,
    customer_id,
    entity: 'payment',
    error_reason: token.charges === 'DECLINES' ? 'payment_failed' : null,
    notes,
    order_id,
    status: STATUSES[token.charges],
    token_id: token.id,
  }
  store.payments.set(made.id, made)

  return made.status === 'failed'
    ? refusal('Your payment could not be completed.')
    : { body: { razorpay_order_id: order_id, razorpay_payment_id: made.id }, status: 200 }
}

const tokens = ({ asked: { method }, store }: Context, customer: string, id: string): Answered => {
  const token = store.tokens.get(id)
  if (token?.customer !== customer) {
    return refusal(UNKNOWN)
  }
  if (method === 'DELETE') {
    store.tokens.delete(id)

    return { body: { deleted: true }, status: 200 }
  }

  return { body: token, status: 200 }
}

/** What Razorpay answers about registrations, orders, kept cards and their charges; undefined for anything else. */
export const recurringRoute = (context: Context): Answered | undefined => {
  const { method, path } = context.asked
  const [kind = '', id = '', act = '', last = ''] = path.replace(/^\/v1\//, '').split('/')
  if (kind === 'subscription_registration' && method === 'POST') {
    return register(context)
  }
  if (kind === 'invoices') {
    return registration(context, id, act)
  }
  if (kind === 'orders') {
    return orders(context, id, act)
  }
  if (kind === 'customers' && act === 'tokens') {
    return tokens(context, id, last)
  }
  if (kind === 'payments' && id === 'create') {
    return charge(context)
  }
  const payment = context.store.payments.get(id)

  return kind === 'payments' && method === 'GET' && payment
    ? { body: payment, status: 200 }
    : undefined
}
