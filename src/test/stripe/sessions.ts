import { z } from 'zod'

import type { FormValue } from './form'
import type { LineItem, PaymentIntent, Session, Store } from './store'

import { openSetup } from './cards'
import { destinationIn, destinationShape } from './destinations'
import { ApiError, invalid, missing } from './errors'
import { newId } from './store'

const text = z.string().min(1)
const whole = z.string().regex(/^\d+$/, 'Invalid integer').transform(Number)
const metadata = z.record(z.string(), z.string()).default({})

const shape = z.strictObject({
  cancel_url: z.url().optional(),
  client_reference_id: text.max(200).optional(),
  currency: z
    .string()
    .regex(/^[a-z]{3}$/, 'Invalid currency')
    .optional(),
  customer_creation: z.literal('always').optional(),
  customer_email: z.email().optional(),
  expand: z.array(text).optional(),
  expires_at: whole.optional(),
  line_items: z
    .array(
      z.strictObject({
        price_data: z.strictObject({
          currency: z.string().regex(/^[a-z]{3}$/, 'Invalid currency'),
          product_data: z.strictObject({ name: text }),
          unit_amount: whole,
        }),
        quantity: whole,
      }),
    )
    .max(100)
    .default([]),
  locale: z.enum(['auto', 'de', 'en', 'es', 'fr', 'ru']).optional(),
  metadata,
  mode: z.enum(['payment', 'setup']),
  payment_intent_data: z
    .strictObject({
      ...destinationShape,
      metadata,
      setup_future_usage: z.literal('off_session').optional(),
    })
    .optional(),
  payment_method_options: z
    .strictObject({ card: z.strictObject({ setup_future_usage: z.literal('off_session') }) })
    .optional(),
  setup_intent_data: z.strictObject({ metadata }).optional(),
  success_url: z.url(),
})

const HALF_AN_HOUR = 30 * 60
const DAY = 24 * 3600

/** POST /v1/checkout/sessions, in payment mode with prices given in place, or in setup mode, which only takes a card. */
export const createSession = (store: Store, form: Record<string, FormValue>): Session => {
  const asked = parsed(form)
  const now = Math.floor(store.clock().getTime() / 1000)
  const expiresAt = asked.expires_at ?? now + DAY
  if (expiresAt < now + HALF_AN_HOUR || expiresAt > now + DAY) {
    throw invalid(
      'expires_at',
      'The `expires_at` timestamp must be 30 minutes to 24 hours from creation.',
    )
  }
  const lines = asked.line_items.map(lineOf)
  const isSetup = asked.mode === 'setup'
  if (isSetup === lines.length > 0) {
    throw isSetup ? invalid('line_items', 'Not in `setup` mode.') : missing('line_items')
  }
  const currency = lines[0]?.currency ?? asked.currency ?? ''
  if (!currency) {
    throw missing('currency')
  }
  if (lines.some((line) => line.currency !== currency)) {
    throw invalid('line_items', 'All line items must have the same currency.')
  }
  const id = newId('cs_test_')
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0)
  const intent: PaymentIntent = {
    ...destinationIn(store, {
      amount: total,
      application_fee_amount: asked.payment_intent_data?.application_fee_amount,
      transfer_data: asked.payment_intent_data?.transfer_data,
    }),
    id: newId('pi_'),
    amount: total,
    created: now,
    currency,
    metadata: asked.payment_intent_data?.metadata ?? {},
    object: 'payment_intent',
    setup_future_usage:
      asked.payment_intent_data?.setup_future_usage ??
      asked.payment_method_options?.card.setup_future_usage ??
      null,
    status: 'requires_payment_method',
  }
  const session: Session = {
    id,
    amount_subtotal: isSetup ? null : total,
    amount_total: isSetup ? null : total,
    cancel_url: asked.cancel_url ?? null,
    client_reference_id: asked.client_reference_id ?? null,
    created: now,
    currency,
    customer_email: asked.customer_email ?? null,
    expires_at: expiresAt,
    livemode: false,
    metadata: asked.metadata,
    mode: asked.mode,
    object: 'checkout.session',
    payment_intent: null,
    payment_status: isSetup ? 'no_payment_required' : 'unpaid',
    ...(isSetup && { setup_intent: openSetup(store, asked.setup_intent_data?.metadata ?? {}) }),
    status: 'open',
    success_url: asked.success_url,
    url: `${store.origin()}/c/pay/${id}`,
  }
  if (!isSetup) {
    store.intents.set(intent.id, intent)
    store.intentOf.set(id, intent.id)
  }
  store.lines.set(id, lines)
  store.sessions.set(id, session)

  return session
}

const lineOf = ({
  price_data,
  quantity,
}: z.output<typeof shape>['line_items'][number]): LineItem => ({
  id: newId('li_'),
  amount_total: price_data.unit_amount * quantity,
  currency: price_data.currency,
  description: price_data.product_data.name,
  object: 'item',
  quantity,
})

/** Names the first wrong parameter as Stripe does: `line_items[0][quantity]`. */
const parsed = (form: Record<string, FormValue>): z.output<typeof shape> => {
  const read = shape.safeParse(form)
  if (read.success) {
    return read.data
  }
  const [issue] = read.error.issues
  const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])]
  const [head, ...rest] = path.map(String)
  const param = `${head}${rest.map((step) => `[${step}]`).join('')}`
  if (issue?.code === 'unrecognized_keys') {
    throw new ApiError({
      code: 'parameter_unknown',
      message: `Received unknown parameter: ${param}`,
      param,
    })
  }
  throw issue?.code === 'invalid_type' && issue.message.includes('undefined')
    ? missing(param)
    : invalid(param, issue?.message ?? 'Invalid request.')
}

/** POST /v1/checkout/sessions/:id/expire. */
export const expireSession = (session: Session): Session => {
  if (session.status !== 'open') {
    throw new ApiError({
      message: 'Only Checkout Sessions with a status in ["open"] can be expired.',
    })
  }

  return Object.assign(session, { status: 'expired', url: null } as const)
}
