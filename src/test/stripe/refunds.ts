import { z } from 'zod'

import type { FormValue } from './form'
import type { PaymentIntent, Refund, Store } from './store'

import { ApiError, invalid, noSuch } from './errors'
import { newId } from './store'

const whole = z.string().regex(/^\d+$/, 'Invalid integer').transform(Number)

const shape = z.strictObject({
  amount: whole.optional(),
  metadata: z.record(z.string(), z.string()).default({}),
  payment_intent: z.string().min(1),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  refund_application_fee: z.enum(['false', 'true']).optional(),
  reverse_transfer: z.enum(['false', 'true']).optional(),
})

const refundedOf = (store: Store, intent: string): number =>
  [...store.refunds.values()]
    .filter(({ payment_intent, status }) => payment_intent === intent && status !== 'failed')
    .reduce((sum, { amount }) => sum + amount, 0)

/** POST /v1/refunds, of a payment intent that succeeded and up to what is left of it. */
export const createRefund = (store: Store, form: Record<string, FormValue>): Refund => {
  const read = shape.safeParse(form)
  if (!read.success) {
    throw invalid(String(read.error.issues[0]?.path[0] ?? ''), 'Invalid request.')
  }
  const { metadata, payment_intent } = read.data
  const intent = store.intents.get(payment_intent)
  if (!intent) {
    throw noSuch('payment_intent', payment_intent)
  }
  const left = leftOf(store, intent)
  const amount = read.data.amount ?? left
  if (amount === 0) {
    throw invalid('amount', 'Invalid positive integer')
  }
  if (amount > left) {
    throw new ApiError({
      message: `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      param: 'amount',
    })
  }
  const { refund_application_fee, reverse_transfer } = read.data
  if (!intent.transfer_data && (refund_application_fee ?? reverse_transfer)) {
    throw invalid('reverse_transfer', 'This charge has no transfer, and no application fee.')
  }
  const fee = refund_application_fee === 'true' ? (intent.application_fee_amount ?? 0) : 0
  const gone = refundedOf(store, intent.id)
  const refund: Refund = {
    ...(reverse_transfer === 'true' && {
      refunded_fee:
        Math.round((fee * (gone + amount)) / intent.amount) -
        Math.round((fee * gone) / intent.amount),
    }),
    id: newId('re_'),
    amount,
    created: Math.floor(store.clock().getTime() / 1000),
    currency: intent.currency,
    failure_reason: null,
    metadata,
    object: 'refund',
    payment_intent,
    status: store.delaysRefunds ? 'pending' : 'succeeded',
  }
  store.refunds.set(refund.id, refund)

  return refund
}

const leftOf = (store: Store, intent: PaymentIntent): number => {
  if (intent.status !== 'succeeded') {
    throw new ApiError({
      message: `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      param: 'payment_intent',
    })
  }
  const left = intent.amount - refundedOf(store, intent.id)
  if (left === 0) {
    throw new ApiError({
      code: 'charge_already_refunded',
      message: `Charge of ${intent.id} has already been refunded.`,
    })
  }

  return left
}
