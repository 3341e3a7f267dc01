import type Stripe from 'stripe'
import { z } from 'zod'

import type { PaymentEventType } from '@/domain/commerce/orders'

import type { ProviderEvent, SessionRequest } from './types'

import { fromStripeAmount, toStripeAmount } from './stripeAmounts'
import { PAGE_LOCALES } from './stripeClient'
import { destinationOf } from './stripeDirect'

type Params = Stripe.Checkout.SessionCreateParams

/**
 * Parameters of the page for a request: in payment mode where something is to be paid, else in setup mode. What
 * recurs is paid by a customer of its own, so that the card can be charged off session afterwards; so is what keeps its card
 * for one more purchase, yet by any means of payment, of which cards alone are kept.
 */
export const pageParamsOf = (request: SessionRequest): Params => {
  const {
    currency,
    expiresAt,
    keeps,
    locale,
    order,
    recurs = false,
    subscription,
    tenant,
  } = request
  const metadata = {
    currency,
    tenant,
    ...(order && { order }),
    ...(recurs && { recurs: 'true' }),
    ...(subscription && { subscription }),
  }

  return {
    ...((recurs || keeps) && { customer_creation: 'always' }),
    ...(recurs && request.amount === 0
      ? { currency: currency.toLowerCase(), mode: 'setup', setup_intent_data: { metadata } }
      : paidOn(request, metadata)),
    cancel_url: request.cancelUrl,
    client_reference_id: order ?? subscription,
    customer_email: request.customerEmail,
    expires_at: Math.floor(expiresAt.getTime() / 1000),
    locale: PAGE_LOCALES.includes(locale) ? locale : 'auto',
    metadata,
    success_url: request.successUrl,
  }
}

const paidOn = (
  { currency, direct, keeps, lines, recurs }: SessionRequest,
  metadata: Record<string, string>,
): Params => ({
  line_items: lines.map(({ amount, title }) => ({
    price_data: {
      currency: currency.toLowerCase(),
      product_data: { name: title },
      unit_amount: toStripeAmount({ amount, currency }),
    },
    quantity: 1,
  })),
  mode: 'payment',
  payment_intent_data: {
    ...destinationOf({ currency, direct }),
    metadata,
    ...(recurs && { setup_future_usage: 'off_session' }),
  },
  ...(keeps &&
    !recurs && { payment_method_options: { card: { setup_future_usage: 'off_session' } } }),
})

/** What is read of the session inside an event, whatever version of the API wrote it. */
const shape = z.object({
  id: z.string(),
  amount_total: z.int().nonnegative().nullish(),
  client_reference_id: z.string().nullish(),
  currency: z.string().length(3).toUpperCase().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  mode: z.enum(['payment', 'setup']).default('payment'),
  payment_intent: z
    .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
    .nullish(),
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

type Told = Omit<ProviderEvent, 'id' | 'occurredAt' | 'provider'>

/** An event of a page of ours; null for any other event. */
export const sessionEventOf = ({ type, data }: Stripe.Event): null | Told => {
  const read = type.startsWith('checkout.session.') ? shape.safeParse(data.object).data : undefined
  const metadata = read?.metadata ?? {}
  const currency = read?.currency ?? metadata.currency
  if (!read || !currency || (read.mode === 'payment' && read.amount_total == null)) {
    return null
  }
  const { id, amount_total, client_reference_id, mode, payment_intent, payment_status } = read
  const { order = null, recurs, subscription, tenant = null } = metadata
  const happened = typeOf(type, payment_status)
  const told = {
    amount: fromStripeAmount({ amount: amount_total ?? 0, currency }),
    currency,
    ...(recurs && { keepsCard: true }),
    payment: payment_intent ?? null,
    session: id,
    tenant,
  }
  if (mode === 'setup' && subscription) {
    const isSaved = happened === 'payment.succeeded'

    return { ...told, type: isSaved ? 'card.saved' : 'other', order: null, subscription }
  }

  return { ...told, type: happened, order: client_reference_id ?? order }
}
