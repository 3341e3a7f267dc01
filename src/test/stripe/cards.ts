import { z } from 'zod'

import type { FormValue } from './form'
import type { PaymentIntent, PaymentMethod, Session, Store } from './store'

import { destinationIn, destinationShape } from './destinations'
import { ApiError, invalid, noSuch } from './errors'
import { newId } from './store'

/** A setup intent for a page that only takes a card; answers its id. */
export const openSetup = (store: Store, metadata: Record<string, string>): string => {
  const id = newId('seti_')
  store.setups.set(id, {
    id,
    metadata,
    object: 'setup_intent',
    payment_method: null,
    status: 'requires_payment_method',
  })

  return id
}

/** Keeps the card that paid on a page, or was taken there, for a customer of its own, where the page was to. */
export const keepCard = (store: Store, session: Session): void => {
  const intent = store.intents.get(session.payment_intent ?? '')
  const setup = store.setups.get(session.setup_intent ?? '')
  if (!setup && intent?.setup_future_usage !== 'off_session') {
    return
  }
  const customer = newId('cus_')
  const id = newId('pm_')
  store.customers.set(customer, {
    id: customer,
    name: '',
    email: session.customer_email,
    metadata: {},
    object: 'customer',
  })
  store.methods.set(id, {
    id,
    type: 'card',
    card: { brand: 'visa', exp_month: 11, exp_year: 2031, last4: '4242' },
    customer,
    object: 'payment_method',
  })
  Object.assign(session, { customer })
  if (intent) {
    Object.assign(intent, { customer, payment_method: id })
  }
  if (setup) {
    Object.assign(setup, { payment_method: id, status: 'succeeded' })
  }
}

/** POST /v1/payment_methods/:id/detach: takes a card off its customer; it is charged no more. */
export const detachCard = (method: PaymentMethod): PaymentMethod =>
  Object.assign(method, { customer: null })

/** The card that a page has kept. */
export const cardOf = (store: Store, id: string): string => {
  const session = store.sessions.get(id)
  const card =
    store.intents.get(session?.payment_intent ?? '')?.payment_method ??
    store.setups.get(session?.setup_intent ?? '')?.payment_method
  if (!card) {
    throw new Error(`The page ${id} has kept no card.`)
  }

  return card
}

const shape = z.strictObject({
  ...destinationShape,
  amount: z
    .string()
    .regex(/^[1-9]\d*$/, 'Invalid positive integer')
    .transform(Number),
  confirm: z.literal('true'),
  currency: z.string().regex(/^[a-z]{3}$/, 'Invalid currency'),
  customer: z.string().min(1),
  metadata: z.record(z.string(), z.string()).default({}),
  off_session: z.literal('true'),
  payment_method: z.string().min(1),
})

const REFUSALS = {
  authenticationRequired: {
    type: 'card_error',
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
  declined: {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'generic_decline',
    message: 'Your card was declined.',
  },
} as const

/** POST /v1/payment_intents, confirmed off session with a kept card; 402 where the card is declined, with the intent. */
export const chargeCard = (store: Store, form: Record<string, FormValue>): PaymentIntent => {
  const read = shape.safeParse(form)
  if (!read.success) {
    const [issue] = read.error.issues
    throw invalid(String(issue?.path[0] ?? ''), issue?.message ?? '')
  }
  const { amount, currency, customer, metadata, payment_method } = read.data
  const method = store.methods.get(payment_method)
  if (!method || method.customer !== customer) {
    throw noSuch('payment_method', payment_method)
  }
  const card = store.cards.get(payment_method) ?? 'works'
  const refusal = card === 'works' ? null : REFUSALS[card]
  const { application_fee_amount, transfer_data } = read.data
  const intent: PaymentIntent = {
    ...destinationIn(store, { amount, application_fee_amount, transfer_data }),
    id: newId('pi_'),
    amount,
    created: Math.floor(store.clock().getTime() / 1000),
    currency,
    customer,
    last_payment_error: refusal,
    metadata,
    object: 'payment_intent',
    payment_method: refusal ? null : payment_method,
    status: refusal ? 'requires_payment_method' : 'succeeded',
  }
  store.intents.set(intent.id, intent)
  if (refusal) {
    throw new ApiError({ ...refusal, extra: { payment_intent: intent }, status: 402 })
  }

  return intent
}
