import Stripe from 'stripe'

import type { Event, Session, Store } from './store'

import { keepCard } from './cards'
import { sessionOf } from './routes'
import { newId } from './store'

/** What a buyer's visit to the payment page, or the lack of one, comes to. */
export type Outcome = 'delayed' | 'expired' | 'failed' | 'paid' | 'paidLater'

/** The event each outcome sends, and what it makes of the session and its payment. */
const OUTCOMES = {
  delayed: { event: 'completed', intent: 'processing', payment: 'unpaid', status: 'complete' },
  expired: { event: 'expired', intent: 'canceled', payment: 'unpaid', status: 'expired' },
  failed: {
    event: 'async_payment_failed',
    intent: 'requires_payment_method',
    payment: 'unpaid',
    status: 'complete',
  },
  paid: { event: 'completed', intent: 'succeeded', payment: 'paid', status: 'complete' },
  paidLater: {
    event: 'async_payment_succeeded',
    intent: 'succeeded',
    payment: 'paid',
    status: 'complete',
  },
} as const

/** Brings a session to an outcome and answers the event that Stripe would send. */
export const settleSession = ({
  id,
  outcome,
  store,
}: {
  id: string
  outcome: Outcome
  store: Store
}): Event => {
  const session = sessionOf(store, id)
  const { event: name, intent: intentStatus, payment, status } = OUTCOMES[outcome]
  const intent = store.intents.get(store.intentOf.get(id) ?? '')
  if (intent) {
    intent.status = intentStatus
  }
  const settled: Session = Object.assign(session, {
    payment_intent: outcome === 'expired' ? null : (intent?.id ?? null),
    payment_status: session.mode === 'setup' ? 'no_payment_required' : payment,
    status,
    url: null,
  })
  if (intentStatus === 'succeeded') {
    keepCard(store, settled)
  }

  return recordEvent({ type: `checkout.session.${name}`, object: settled, store })
}

/** Writes an event down, with what it is about as that stands now. */
export const recordEvent = ({
  type,
  object,
  store,
}: {
  object: object
  store: Store
  type: string
}): Event => {
  const event: Event = {
    id: newId('evt_'),
    type,
    api_version: Stripe.API_VERSION,
    created: Math.floor(store.clock().getTime() / 1000),
    data: { object: structuredClone(object) },
    livemode: false,
    object: 'event',
  }
  store.events.set(event.id, event)

  return event
}

/** A webhook delivery of the event, signed as Stripe signs; `at` back-dates the signature. */
export const signedDelivery = ({
  at,
  event,
  webhookSecret,
}: {
  at: Date
  event: Event
  webhookSecret: string
}): { body: string; headers: Headers } => {
  const body = JSON.stringify(event, null, 2)
  const signature = signer.webhooks.generateTestHeaderString({
    payload: body,
    secret: webhookSecret,
    timestamp: Math.floor(at.getTime() / 1000),
  })

  return {
    body,
    headers: new Headers({ 'content-type': 'application/json', 'stripe-signature': signature }),
  }
}

const signer = new Stripe('sk_test_signer')
