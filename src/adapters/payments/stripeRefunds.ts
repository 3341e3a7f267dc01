import Stripe from 'stripe'
import { z } from 'zod'

import type { RefundStatus } from '@/domain/commerce/refunds'

import type { ProviderEvent, RefundRequest, RefundState } from './types'

import { fromStripeAmount, toStripeAmount } from './stripeAmounts'
import { orUnavailable } from './stripeClient'
import { returnedOf } from './stripeDirect'

/** Asks Stripe to give money back of a payment intent, once for each refund of ours. */
export const refundAt = async (
  stripe: Stripe,
  { amount, currency, direct, order, payment, refund, tenant }: RefundRequest,
): Promise<RefundState> => {
  try {
    const made = await stripe.refunds.create(
      {
        ...returnedOf({ direct }),
        amount: toStripeAmount({ amount, currency }),
        metadata: { order, refund, tenant },
        payment_intent: payment,
        reason: 'requested_by_customer',
      },
      { idempotencyKey: `refund_${refund}` },
    )

    return { id: made.id, failure: made.failure_reason ?? null, status: statusOf(made.status) }
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) {
      return { id: null, failure: error.code ?? error.message, status: 'failed' }
    }

    return orUnavailable(() => Promise.reject(error as Error))
  }
}

const statusOf = (status: null | string): RefundStatus =>
  status === 'succeeded'
    ? 'succeeded'
    : status === 'failed' || status === 'canceled'
      ? 'failed'
      : 'pending'

/** What is read of the refund inside an event, whatever version of the API wrote it. */
const shape = z.object({
  id: z.string(),
  amount: z.int().nonnegative(),
  currency: z.string().length(3).toUpperCase(),
  failure_reason: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  object: z.literal('refund'),
  payment_intent: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
  status: z.string().nullable(),
})

type Reported = Pick<
  ProviderEvent,
  'amount' | 'currency' | 'order' | 'payment' | 'refund' | 'tenant' | 'type'
>

/** What Stripe says of a refund, by one of its own, be it asked for here or at Stripe's own desk, where it carries nothing of ours; null for what is none. */
export const reportedRefundOf = (given: unknown): null | Reported => {
  const read = shape.safeParse(given).data
  if (!read) {
    return null
  }
  const { id, amount, currency, failure_reason, metadata, payment_intent, status } = read

  return {
    type: `refund.${statusOf(status)}`,
    amount: fromStripeAmount({ amount, currency }),
    currency,
    order: metadata?.order ?? null,
    payment: payment_intent,
    refund: { id, failure: failure_reason ?? null, ours: metadata?.refund ?? null },
    tenant: metadata?.tenant ?? null,
  }
}

/** An event of a refund; null for any other event. */
export const refundEventOf = ({ type, data }: Stripe.Event): null | Reported =>
  /^refund\.|^charge\.refund\.updated$/.test(type) ? reportedRefundOf(data.object) : null
