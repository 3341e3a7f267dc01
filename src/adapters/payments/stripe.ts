import type Stripe from 'stripe'
import { z } from 'zod'

import type { PaymentEventType } from '@/domain/commerce/orders'

import type { StripeOptions } from './stripeClient'
import type { Payments, ProviderEvent, SessionRequest, SessionState } from './types'

import { TOLERANCE_SECONDS } from './signature'
import { fromStripeAmount, toStripeAmount } from './stripeAmounts'
import { orUnavailable, stripeClient, unless } from './stripeClient'
import { BadSignature, PaymentUnavailable } from './types'

type Options = StripeOptions & { webhookSecret: string }

/** Languages of ours that Stripe's page speaks; for any other it follows the browser. */
const PAGE_LOCALES: readonly string[] = ['en', 'ru']

/** Stripe Checkout in payment mode; `apiBase` replaces Stripe's own address. */
export const stripePayments = ({ webhookSecret, ...options }: Options): Payments => {
  const stripe = stripeClient(options)

  return {
    name: 'stripe',
    closeSession: (session) =>
      orUnavailable(async () => {
        const { status } = await stripe.checkout.sessions.retrieve(session)
        if (status === 'open') {
          await stripe.checkout.sessions.expire(session)
        }
      }),
    createSession: (request) =>
      orUnavailable(async () => {
        const { idempotencyKey } = request
        const created = await stripe.checkout.sessions.create(paramsOf(request), { idempotencyKey })
        if (!created.url) {
          throw new PaymentUnavailable('Stripe opened a session without a page.')
        }

        return { session: created.id, url: created.url }
      }),
    lookUp: (session) =>
      orUnavailable(async () => {
        const found = await unless('resource_missing', () =>
          stripe.checkout.sessions.retrieve(session),
        )

        return found && stateOf(found)
      }),
    verifyEvent: ({ body, headers }) => {
      const header = headers.get('stripe-signature') ?? ''
      try {
        return eventOf(
          stripe.webhooks.constructEvent(body, header, webhookSecret, TOLERANCE_SECONDS),
        )
      } catch (error) {
        throw new BadSignature('Stripe did not sign this delivery.', { cause: error })
      }
    },
  }
}

const paramsOf = (request: SessionRequest): Stripe.Checkout.SessionCreateParams => {
  const { currency, expiresAt, lines, locale, order, tenant } = request
  const metadata = { order, tenant }

  return {
    cancel_url: request.cancelUrl,
    client_reference_id: order,
    customer_email: request.customerEmail,
    expires_at: Math.floor(expiresAt.getTime() / 1000),
    line_items: lines.map(({ amount, title }) => ({
      price_data: {
        currency: currency.toLowerCase(),
        product_data: { name: title },
        unit_amount: toStripeAmount({ amount, currency }),
      },
      quantity: 1,
    })),
    locale: PAGE_LOCALES.includes(locale) ? locale : 'auto',
    metadata,
    mode: 'payment',
    payment_intent_data: { metadata },
    success_url: request.successUrl,
  }
}

const stateOf = (session: Stripe.Checkout.Session): SessionState => {
  const currency = (session.currency ?? '').toUpperCase()
  const paid = session.payment_status !== 'unpaid'

  return {
    amount: fromStripeAmount({ amount: session.amount_total ?? 0, currency }),
    currency,
    payment: idOrText(session.payment_intent),
    status: session.status === 'expired' ? 'expired' : paid ? 'paid' : 'open',
  }
}

const idOrText = (given: null | string | undefined | { id: string }): null | string =>
  (typeof given === 'object' ? given?.id : given) ?? null

/** What is read of the session inside an event, whatever version of the API wrote it. */
const sessionShape = z.object({
  id: z.string(),
  amount_total: z.int().nonnegative(),
  client_reference_id: z.string().nullish(),
  currency: z.string().length(3).toUpperCase(),
  metadata: z.record(z.string(), z.string()).nullish(),
  payment_intent: z.union([z.string(), z.object({ id: z.string() })]).nullish(),
  payment_status: z.string(),
})

/**
 * A completed session of a slow payment method is not paid yet; its own success or failure follows.
 * A declined card is no failure of the session: the buyer may try another on the same page.
 */
const typeOf = (event: string, paymentStatus: string): PaymentEventType =>
  event === 'checkout.session.completed' && paymentStatus !== 'unpaid'
    ? 'payment.succeeded'
    : event === 'checkout.session.async_payment_succeeded'
      ? 'payment.succeeded'
      : event === 'checkout.session.async_payment_failed'
        ? 'payment.failed'
        : event === 'checkout.session.expired'
          ? 'payment.expired'
          : 'other'

const eventOf = (event: Stripe.Event): ProviderEvent => {
  const base = {
    id: event.id,
    occurredAt: new Date(event.created * 1000),
    provider: 'stripe',
  } as const
  const read = sessionShape.safeParse(event.data.object)
  if (!event.type.startsWith('checkout.session.') || !read.success) {
    return { ...base, ...NOTHING, type: 'other', tenant: tenantIn(event.data.object) }
  }
  const { id, amount_total, client_reference_id, currency, metadata, payment_intent } = read.data

  return {
    ...base,
    type: typeOf(event.type, read.data.payment_status),
    amount: fromStripeAmount({ amount: amount_total, currency }),
    currency,
    order: client_reference_id ?? metadata?.order ?? null,
    payment: idOrText(payment_intent),
    session: id,
    tenant: metadata?.tenant ?? null,
  }
}

const NOTHING = { amount: null, currency: null, order: null, payment: null, session: null }

const tenantIn = (object: unknown): null | string =>
  z.object({ metadata: z.object({ tenant: z.string() }) }).safeParse(object).data?.metadata
    .tenant ?? null
