import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

import { z } from 'zod'

import type { Read } from './reading'
import type { Delivery, ProviderEvent } from './types'

import { disputedAtRazorpay } from './razorpayDisputes'
import { failureOf } from './razorpayCharges'
import { NOTHING } from './reading'
import { BadSignature } from './types'

/** Razorpay sends what was not taken for a day; a delivery that is older was recorded by somebody. */
const MOST_AGE_MS = 25 * 3600_000
const MOST_AHEAD_MS = 300_000

const ourNotes = z.object({
  /** The key of a charge of a kept card. */
  charge: z.string().optional(),
  order: z.string().optional(),
  /** That a payment only proves a card. */
  proves: z.string().optional(),
  refund: z.string().optional(),
  subscription: z.string().optional(),
  tenant: z.string(),
})

/** What was written on it here; Razorpay has an empty list where nothing was. */
const notes = z.unknown().transform((given) => ourNotes.safeParse(given).data)

const money = { amount: z.int().nonnegative(), currency: z.string().length(3) }

const eventShape = z.object({
  created_at: z.int().transform((seconds) => new Date(seconds * 1000)),
  event: z.string(),
  payload: z.record(z.string(), z.object({ entity: z.unknown() }).optional()),
})

type Event = z.output<typeof eventShape>

const linkShape = z.object({ ...money, id: z.string(), notes })
const paymentShape = z.object({ ...money, id: z.string() })
const chargeShape = paymentShape.extend({
  error_reason: z.string().nullish(),
  notes,
  order_id: z.string(),
})
const tokenShape = z.object({ id: z.string() })
const refundShape = z.object({
  ...money,
  id: z.string(),
  notes,
  payment_id: z.string(),
  status: z.enum(['failed', 'pending', 'processed']).catch('pending'),
})

/**
 * Reads Razorpay's webhooks: an HMAC-SHA-256 over the body, in hexadecimal, under the webhook's secret. The id of an
 * event stands outside of what is signed, and so is made of the body; a repeated delivery has the same.
 */
export const razorpayEvents =
  (secret: string) =>
  ({ body, headers }: Delivery): ProviderEvent => {
    const given = Buffer.from(headers.get('x-razorpay-signature') ?? '', 'hex')
    const right = createHmac('sha256', secret).update(body).digest()
    if (given.length !== right.length || !timingSafeEqual(given, right)) {
      throw new BadSignature('Razorpay did not sign this delivery.')
    }
    const event = eventIn(body)
    const age = Date.now() - event.created_at.getTime()
    if (age > MOST_AGE_MS || age < -MOST_AHEAD_MS) {
      throw new BadSignature('Razorpay signed this delivery long ago.')
    }

    return {
      ...NOTHING,
      id: `evt_${createHash('sha256').update(body).digest('base64url')}`,
      occurredAt: event.created_at,
      provider: 'razorpay',
      ...(READERS[event.event]?.(event) ?? { type: 'other' }),
    }
  }

const eventIn = (body: string): Event => {
  try {
    return eventShape.parse(JSON.parse(body))
  } catch (error) {
    throw new BadSignature('Not an event of Razorpay.', { cause: error })
  }
}

const linkEvent =
  (type: 'payment.expired' | 'payment.succeeded') =>
  ({ payload }: Event): null | Read => {
    const link = linkShape.safeParse(payload.payment_link?.entity).data
    const payment = paymentShape.safeParse(payload.payment?.entity).data
    if (!link?.notes?.order || (type === 'payment.succeeded' && !payment)) {
      return null
    }
    const { amount, currency } = payment ?? link

    return {
      type,
      amount,
      currency,
      order: link.notes.order,
      payment: payment?.id ?? null,
      session: link.id,
      tenant: link.notes.tenant,
    }
  }

/** A registration that was paid, or whose time is over: an order's first payment, or a card alone. */
const registrationEvent =
  (type: 'payment.expired' | 'payment.succeeded') =>
  ({ payload }: Event): null | Read => {
    const link = linkShape.safeParse(payload.invoice?.entity).data
    const payment = paymentShape.safeParse(payload.payment?.entity).data
    const isPaid = type === 'payment.succeeded'
    if (!link?.notes || (isPaid && !payment)) {
      return null
    }
    const { order, proves, subscription, tenant } = link.notes
    const told = {
      amount: proves ? 0 : (payment?.amount ?? link.amount),
      currency: link.currency,
      ...(isPaid && { keepsCard: true }),
      payment: payment?.id ?? null,
      session: link.id,
      tenant,
    }

    return order
      ? { ...told, type, order }
      : { ...told, type: isPaid ? 'card.saved' : 'other', order: null, subscription }
  }

/** A charge of a kept card; the payments of links have events of their own. */
const chargeEvent =
  (type: 'payment.failed' | 'payment.succeeded') =>
  ({ payload }: Event): null | Read => {
    const read = chargeShape.safeParse(payload.payment?.entity).data
    const { charge, order, tenant } = read?.notes ?? {}
    if (!read || !charge || !order || !tenant) {
      return null
    }
    const { id, amount, currency, error_reason, order_id } = read

    return {
      type,
      amount,
      currency,
      ...(type === 'payment.failed' && { failure: failureOf(error_reason) }),
      order,
      payment: id,
      session: order_id,
      tenant,
    }
  }

const removed = ({ payload }: Event): null | Read => {
  const token = tokenShape.safeParse(payload.token?.entity).data

  return token ? { ...NOTHING, type: 'card.removed', removed: token.id } : null
}

const REFUNDS = {
  failed: 'refund.failed',
  pending: 'refund.pending',
  processed: 'refund.succeeded',
} as const

/** A refund, be it asked for here or at Razorpay's own desk, where it carries nothing of ours; of a `type` where one is known. That of a card's proof is none of an order. */
export const refundedAtRazorpay = (
  entity: unknown,
  type?: (typeof REFUNDS)[keyof typeof REFUNDS],
): null | Read => {
  const refund = refundShape.safeParse(entity).data
  if (!refund || refund.notes?.proves) {
    return null
  }
  const { id, amount, currency, notes: named, payment_id, status } = refund
  const what = type ?? REFUNDS[status]

  return {
    ...NOTHING,
    type: what,
    amount,
    currency,
    order: named?.order ?? null,
    payment: payment_id,
    refund: {
      id,
      failure: what === 'refund.failed' ? 'failed' : null,
      ours: named?.refund ?? null,
    },
    tenant: named?.tenant ?? null,
  }
}

const refundEvent =
  (type: (typeof REFUNDS)[keyof typeof REFUNDS]) =>
  ({ payload }: Event): null | Read =>
    refundedAtRazorpay(payload.refund?.entity, type)

/** A dispute, in whatever phase. */
const disputeEvent = ({ payload }: Event): null | Read =>
  disputedAtRazorpay(payload.dispute?.entity)

/** The events that mean something here, by Razorpay's names. */
const READERS: Record<string, (event: Event) => null | Read> = {
  'invoice.expired': registrationEvent('payment.expired'),
  'invoice.paid': registrationEvent('payment.succeeded'),
  'payment.captured': chargeEvent('payment.succeeded'),
  'payment.dispute.action_required': disputeEvent,
  'payment.dispute.closed': disputeEvent,
  'payment.dispute.created': disputeEvent,
  'payment.dispute.lost': disputeEvent,
  'payment.dispute.under_review': disputeEvent,
  'payment.dispute.won': disputeEvent,
  'payment.failed': chargeEvent('payment.failed'),
  'payment_link.cancelled': linkEvent('payment.expired'),
  'payment_link.expired': linkEvent('payment.expired'),
  'payment_link.paid': linkEvent('payment.succeeded'),
  'refund.created': refundEvent('refund.pending'),
  'refund.failed': refundEvent('refund.failed'),
  'refund.processed': refundEvent('refund.succeeded'),
  'token.cancelled': removed,
  'token.rejected': removed,
}
