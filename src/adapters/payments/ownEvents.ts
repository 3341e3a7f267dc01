import { z } from 'zod'

import { DISPUTE_STATES } from '@/domain/commerce/disputes'

import type { Delivery, ProviderEvent, ProviderName } from './types'

import { checkSignature, signatureOf } from './signature'
import { BadSignature } from './types'

/** Header that carries the signature of an event that was written here. */
export const OWN_SIGNATURE = 'lectern-signature'

const eventShape = z.object({
  id: z.string(),
  type: z.enum([
    'card.saved',
    'dispute.reported',
    'other',
    'payment.expired',
    'payment.failed',
    'payment.succeeded',
    'refund.failed',
    'refund.pending',
    'refund.succeeded',
  ]),
  amount: z.int().nonnegative(),
  currency: z.string().length(3),
  dispute: z
    .object({
      id: z.string(),
      dueAt: z.string().nullable(),
      fee: z.int().nonnegative(),
      isWithdrawn: z.boolean(),
      reason: z.string().nullable(),
      state: z.enum(DISPUTE_STATES),
    })
    .optional(),
  failure: z.enum(['authenticationRequired', 'cardMissing', 'declined']).optional(),
  keepsCard: z.boolean().optional(),
  occurredAt: z.iso.datetime().transform((text) => new Date(text)),
  order: z.string().nullable(),
  payment: z.string().nullable(),
  planSubscription: z.string().optional(),
  refund: z
    .object({ id: z.string(), failure: z.string().nullable(), ours: z.string().nullable() })
    .optional(),
  session: z.string(),
  subscription: z.string().optional(),
  tenant: z.string(),
})

/** An event as it is written here, without when. */
export type OwnEvent = Omit<z.input<typeof eventShape>, 'occurredAt'>

/** A delivery of an event that was written here: one of the test gateway, or what a provider has answered at once. */
export const signedEvent = ({
  at,
  event,
  secret,
}: {
  at: Date
  event: OwnEvent
  secret: string
}): Delivery => {
  const body = JSON.stringify({ ...event, occurredAt: at.toISOString() })
  const signature = signatureOf({ at, body, secret })

  return { body, headers: new Headers({ [OWN_SIGNATURE]: signature }) }
}

/** The event in such a delivery; throws BadSignature for any other. */
export const ownEventIn = ({
  delivery: { body, headers },
  now,
  provider,
  secret,
}: {
  delivery: Delivery
  now: Date
  provider: ProviderName
  secret: string
}): ProviderEvent => {
  checkSignature({ body, header: headers.get(OWN_SIGNATURE), now, secret })
  try {
    return { ...eventShape.parse(JSON.parse(body)), provider }
  } catch (error) {
    throw new BadSignature('Not an event of ours.', { cause: error })
  }
}
