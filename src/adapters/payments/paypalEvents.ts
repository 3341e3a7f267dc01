import { z } from 'zod'

import type { Read } from './reading'
import type { Delivery, ProviderEvent } from './types'

import { fromPayPal } from './paypalAmounts'
import { disputedAtPayPal } from './paypalDisputes'
import { namedAtPayPal } from './paypalIds'
import { refundStatusOf } from './paypalRefunds'
import { paypalSignature } from './paypalSignature'
import { NOTHING } from './reading'
import { BadSignature } from './types'

const money = z
  .object({ currency_code: z.string().length(3), value: z.string().regex(/^\d+(\.\d+)?$/) })
  .transform(({ currency_code: currency, value }) => ({
    amount: fromPayPal({ currency, value }),
    currency,
  }))

const eventShape = z.object({
  id: z.string(),
  create_time: z.iso.datetime().transform((text) => new Date(text)),
  event_type: z.string(),
  resource: z.unknown(),
})

type Event = z.output<typeof eventShape>

const orderShape = z.object({
  id: z.string(),
  purchase_units: z.array(z.object({ amount: money, custom_id: z.string().nullish() })).min(1),
})

const captureShape = z.object({
  id: z.string(),
  amount: money,
  custom_id: z.string().nullish(),
  supplementary_data: z
    .object({ related_ids: z.object({ order_id: z.string().optional() }).optional() })
    .optional(),
})

const refundShape = z.object({
  id: z.string(),
  amount: money,
  custom_id: z.string().nullish(),
  links: z.array(z.object({ href: z.string(), rel: z.string() })),
  status: z.string().optional(),
  status_details: z.object({ reason: z.string().optional() }).optional(),
})

/** Reads PayPal's webhooks, once their signature is right. */
export const paypalEvents = (options: { apiBase: string; webhookId: string }) => {
  const check = paypalSignature(options)

  return async (delivery: Delivery): Promise<ProviderEvent> => {
    await check(delivery, new Date())

    return eventOf(delivery.body)
  }
}

const eventOf = (body: string): ProviderEvent => {
  let event: Event
  try {
    event = eventShape.parse(JSON.parse(body))
  } catch (error) {
    throw new BadSignature('Not an event of PayPal.', { cause: error })
  }
  const base = {
    ...NOTHING,
    id: event.id,
    occurredAt: event.create_time,
    provider: 'paypal',
  } as const

  return { ...base, ...(READERS[event.event_type]?.(event.resource) ?? { type: 'other' }) }
}

const approved = (resource: unknown): null | Read => {
  const { id, purchase_units: [unit] = [] } = orderShape.safeParse(resource).data ?? {}
  const name = namedAtPayPal(unit?.custom_id)

  return id && unit && name && !name.isClosed
    ? {
        ...NOTHING,
        type: 'payment.approved',
        ...unit.amount,
        order: name.order,
        session: id,
        tenant: name.tenant,
      }
    : null
}

const captured =
  (type: 'payment.failed' | 'payment.succeeded') =>
  (resource: unknown): null | Read => {
    const capture = captureShape.safeParse(resource).data
    const name = namedAtPayPal(capture?.custom_id)
    const session = capture?.supplementary_data?.related_ids?.order_id

    return capture && name && session
      ? {
          type,
          ...capture.amount,
          ...(name.keepsCard && { keepsCard: true }),
          order: name.order,
          payment: capture.id,
          session,
          tenant: name.tenant,
        }
      : null
  }

/** A refund, be it asked for here or at PayPal's own desk, where it bears the name of what it was paid for, or none. */
const refunded = (resource: unknown): null | Read => {
  const refund = refundShape.safeParse(resource).data
  const up = refund?.links.find(({ rel }) => rel === 'up')
  const payment = up && /\/captures\/([\w-]+)$/.exec(up.href)?.[1]
  const name = namedAtPayPal(refund?.custom_id)

  return refund && payment
    ? {
        ...NOTHING,
        type: `refund.${refundStatusOf(refund.status)}`,
        ...refund.amount,
        order: name?.order ?? null,
        payment,
        refund: {
          id: refund.id,
          failure: refund.status_details?.reason ?? null,
          ours: name?.refund ?? null,
        },
        tenant: name?.tenant ?? null,
      }
    : null
}

const tokenShape = z.object({ id: z.string() })

const removed = (resource: unknown): null | Read => {
  const token = tokenShape.safeParse(resource).data

  return token ? { ...NOTHING, type: 'card.removed', removed: token.id } : null
}

/** The events that mean something here, by PayPal's names. */
const READERS: Record<string, (resource: unknown) => null | Read> = {
  'CHECKOUT.ORDER.APPROVED': approved,
  'CUSTOMER.DISPUTE.CREATED': disputedAtPayPal,
  'CUSTOMER.DISPUTE.RESOLVED': disputedAtPayPal,
  'CUSTOMER.DISPUTE.UPDATED': disputedAtPayPal,
  'PAYMENT.CAPTURE.COMPLETED': captured('payment.succeeded'),
  'PAYMENT.CAPTURE.DECLINED': captured('payment.failed'),
  'PAYMENT.CAPTURE.DENIED': captured('payment.failed'),
  'PAYMENT.CAPTURE.REFUNDED': refunded,
  'PAYMENT.CAPTURE.REVERSED': refunded,
  'PAYMENT.REFUND.FAILED': refunded,
  'PAYMENT.REFUND.PENDING': refunded,
  'VAULT.PAYMENT-TOKEN.DELETED': removed,
}
