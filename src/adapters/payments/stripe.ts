import type Stripe from 'stripe'
import { z } from 'zod'

import type { StripeOptions } from './stripeClient'
import type { Payments, ProviderEvent, SessionState } from './types'

import { TOLERANCE_SECONDS } from './signature'
import { fromStripeAmount } from './stripeAmounts'
import { forgetAtStripe, keptByStripe } from './stripeCards'
import { chargeAt, chargeEventOf } from './stripeCharges'
import { disputeEventOf } from './stripeDisputes'
import { listAtStripe } from './stripeList'
import { pageParamsOf, sessionEventOf } from './stripePages'
import { refundAt, refundEventOf } from './stripeRefunds'
import { orUnavailable, stripeClient, unless } from './stripeClient'
import { BadSignature, PaymentUnavailable } from './types'

type Options = StripeOptions & { webhookSecret: string }

/** Stripe Checkout, and cards that it kept; `apiBase` replaces Stripe's own address. */
export const stripePayments = ({ webhookSecret, ...options }: Options): Payments => {
  const stripe = stripeClient(options)

  return {
    name: 'stripe',
    charge: (request) => chargeAt({ request, stripe, webhookSecret }),
    chargesAtOnce: true,
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
        const created = await stripe.checkout.sessions.create(pageParamsOf(request), {
          idempotencyKey,
        })
        if (!created.url) {
          throw new PaymentUnavailable('Stripe opened a session without a page.')
        }

        return { session: created.id, url: created.url }
      }),
    forgetCard: ({ token }) => forgetAtStripe(stripe, token),
    keptCard: (session) => keptByStripe(stripe, session),
    list: (range) => listAtStripe(stripe, range),
    lookUp: (session) =>
      orUnavailable(async () => {
        const found = await unless('resource_missing', () =>
          stripe.checkout.sessions.retrieve(session),
        )

        return found && stateOf(found)
      }),
    refund: (request) => refundAt(stripe, request),
    takes: () => true,
    verifyEvent: async ({ body, headers }) => {
      const header = headers.get('stripe-signature') ?? ''
      try {
        return eventOf(
          await stripe.webhooks.constructEventAsync(body, header, webhookSecret, TOLERANCE_SECONDS),
        )
      } catch (error) {
        throw new BadSignature('Stripe did not sign this delivery.', { cause: error })
      }
    },
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

const eventOf = (event: Stripe.Event): ProviderEvent => {
  const base = {
    id: event.id,
    occurredAt: new Date(event.created * 1000),
    provider: 'stripe',
  } as const
  const plan = planEventOf(event)
  if (plan) {
    return { ...base, ...NOTHING, type: 'other', ...plan }
  }
  const refund = refundEventOf(event) ?? disputeEventOf(event)
  if (refund) {
    return { ...base, ...NOTHING, ...refund }
  }
  const told = sessionEventOf(event) ?? chargeEventOf(event)

  return told
    ? { ...base, ...told }
    : { ...base, ...NOTHING, type: 'other', tenant: tenantIn(event.data.object) }
}

const NOTHING = { amount: null, currency: null, order: null, payment: null, session: null }

const named = z.union([z.string(), z.object({ id: z.string() })])
const school = z.object({ plan: z.string(), tenant: z.string() })

/** The subscription that an event is about, and whose metadata name a school and its plan. */
const PLAN_EVENTS = [
  {
    shape: z
      .object({ id: z.string(), metadata: school, object: z.literal('subscription') })
      .transform(({ id, metadata }) => ({ id, metadata })),
    types: /^customer\.subscription\./,
  },
  {
    shape: z
      .object({ metadata: school, mode: z.literal('subscription'), subscription: named })
      .transform(({ metadata, subscription }) => ({ id: subscription, metadata })),
    types: /^checkout\.session\./,
  },
  {
    shape: z
      .object({
        parent: z.object({
          subscription_details: z.object({ metadata: school, subscription: named }),
        }),
      })
      .transform(({ parent: { subscription_details: of } }) => ({
        id: of.subscription,
        metadata: of.metadata,
      })),
    types: /^invoice\./,
  },
] as const

const planEventOf = ({
  type,
  data,
}: Stripe.Event): null | { planSubscription?: string; tenant: string } => {
  const found = PLAN_EVENTS.find(({ types }) => types.test(type))?.shape.safeParse(data.object).data

  return (
    (found && {
      planSubscription: typeof found.id === 'string' ? found.id : found.id.id,
      tenant: found.metadata.tenant,
    }) ??
    null
  )
}

const tenantIn = (object: unknown): null | string =>
  z.object({ metadata: z.object({ tenant: z.string() }) }).safeParse(object).data?.metadata
    .tenant ?? null
