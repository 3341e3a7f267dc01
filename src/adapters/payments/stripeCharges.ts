import Stripe from 'stripe'
import { z } from 'zod'

import type { ChargeFailure, ChargeRequest, Delivery, ProviderEvent } from './types'

import { signatureOf } from './signature'
import { fromStripeAmount, toStripeAmount } from './stripeAmounts'
import { keptByStripe } from './stripeCards'
import { orUnavailable } from './stripeClient'
import { destinationOf } from './stripeDirect'

type Charging = { request: ChargeRequest; stripe: Stripe; webhookSecret: string }

/**
 * Charges the card that a page of ours has kept, by a payment intent off session, once for each key. What Stripe
 * answers at once is written as the event that it sends later as well, and signed as Stripe signs, so that both take
 * the one way in; whichever comes second changes nothing.
 */
export const chargeAt = ({ request, stripe, webhookSecret }: Charging): Promise<Delivery> =>
  orUnavailable(async () => {
    const card = await cardOf(stripe, request)
    const intent = card ? await chargedTo({ card, request, stripe }) : withoutCard(request)
    const now = new Date()
    const body = JSON.stringify({
      id: `evt_${intent.id}_${intent.status}`,
      type: EVENTS[intent.status] ?? 'payment_intent.processing',
      created: Math.floor(now.getTime() / 1000),
      data: { object: intent },
      object: 'event',
    })
    const signature = signatureOf({ at: now, body, secret: webhookSecret })

    return { body, headers: new Headers({ 'stripe-signature': signature }) }
  })

type Intent = Pick<Stripe.PaymentIntent, 'amount' | 'currency' | 'id' | 'metadata' | 'status'> & {
  last_payment_error?: null | { code?: string }
}

const EVENTS: Partial<Record<Stripe.PaymentIntent.Status, string>> = {
  canceled: 'payment_intent.payment_failed',
  requires_action: 'payment_intent.payment_failed',
  requires_payment_method: 'payment_intent.payment_failed',
  succeeded: 'payment_intent.succeeded',
}

type Card = { customer: string; method: string }

/** The card to be charged, and whose it is; null where nothing was kept. */
const cardOf = async (stripe: Stripe, { card, session }: ChargeRequest): Promise<Card | null> => {
  const { customer, token } = card ?? (await keptByStripe(stripe, session))?.keys ?? {}

  return customer && token ? { customer, method: token } : null
}

const metadataOf = ({ idempotencyKey, order, tenant }: ChargeRequest) => ({
  charge: idempotencyKey,
  order,
  tenant,
})

const chargedTo = async ({
  card,
  request,
  stripe,
}: Omit<Charging, 'webhookSecret'> & { card: Card }): Promise<Intent> => {
  const { amount, currency, idempotencyKey } = request
  const before = await chargedBefore({ card, request, stripe })
  if (before) {
    return before
  }
  try {
    return await stripe.paymentIntents.create(
      {
        ...destinationOf(request),
        amount: toStripeAmount({ amount, currency }),
        confirm: true,
        currency: currency.toLowerCase(),
        customer: card.customer,
        metadata: metadataOf(request),
        off_session: true,
        payment_method: card.method,
      },
      { idempotencyKey: `charge_${idempotencyKey}` },
    )
  } catch (error) {
    const refused = error instanceof Stripe.errors.StripeCardError ? error.payment_intent : null
    if (refused) {
      return refused
    }
    if (isGone(error)) {
      return withoutCard(request)
    }
    throw error
  }
}

/** Whether Stripe knows no such card any more, or not of this customer. */
const isGone = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError &&
  (error.code === 'resource_missing' ||
    error.code === 'payment_method_unexpected_state' ||
    error.param === 'payment_method')

/** What was made under the key before; Stripe forgets idempotency keys after a day, its payment intents it keeps. */
const chargedBefore = async ({
  card,
  request,
  stripe,
}: Omit<Charging, 'webhookSecret'> & { card: Card }): Promise<Intent | null> => {
  const { data } = await stripe.paymentIntents.list({ customer: card.customer, limit: 20 })

  return data.find(({ metadata }) => metadata.charge === request.idempotencyKey) ?? null
}

/** A charge that could not even be tried, as Stripe would report one that was declined. */
const withoutCard = (request: ChargeRequest): Intent => {
  const { amount, currency, idempotencyKey } = request

  return {
    id: `pi_none_${idempotencyKey}`,
    amount: toStripeAmount({ amount, currency }),
    currency: currency.toLowerCase(),
    last_payment_error: { code: 'card_missing' },
    metadata: metadataOf(request),
    status: 'requires_payment_method',
  }
}

/** What is read of the payment intent inside an event, whatever version of the API wrote it. */
const shape = z.object({
  id: z.string(),
  amount: z.int().nonnegative(),
  currency: z.string().length(3).toUpperCase(),
  last_payment_error: z.object({ code: z.string().nullish() }).nullish(),
  metadata: z.object({ charge: z.string(), order: z.string(), tenant: z.string() }),
})

const FAILURES: Readonly<Record<string, ChargeFailure>> = {
  authentication_required: 'authenticationRequired',
  card_missing: 'cardMissing',
}

type Told = Omit<ProviderEvent, 'id' | 'occurredAt' | 'provider'>

/** An event of a charge that was made here; null for any other, as for the payment intents of pages, which have events of their own. */
export const chargeEventOf = ({ type, data }: Stripe.Event): null | Told => {
  const read = type.startsWith('payment_intent.') ? shape.safeParse(data.object).data : undefined
  if (!read) {
    return null
  }
  const { id, amount, currency, last_payment_error, metadata } = read
  const told = {
    amount: fromStripeAmount({ amount, currency }),
    currency,
    order: metadata.order,
    payment: id,
    session: id,
    tenant: metadata.tenant,
  }
  if (type === 'payment_intent.payment_failed') {
    const failure = FAILURES[last_payment_error?.code ?? ''] ?? 'declined'

    return { ...told, type: 'payment.failed', failure }
  }

  return { ...told, type: type === 'payment_intent.succeeded' ? 'payment.succeeded' : 'other' }
}
