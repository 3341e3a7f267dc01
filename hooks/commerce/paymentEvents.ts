import { applyPaymentEvent } from '@/operations/commerce/applyPaymentEvent'
import { confirmOrder } from '@/operations/commerce/confirmOrder'
import { replayBatch } from '@/operations/commerce/replay'
import { reaction } from '@hooks/events/reaction'

/** Moves an order as a payment provider's stored event says. */
export const applyOnPaymentEventReceived = reaction({
  name: 'applyOnPaymentEventReceived',
  on: 'paymentEvent.received',
  run: ({ data: { paymentEvent }, req, tenant }) =>
    applyPaymentEvent({ paymentEvent, req, tenant }),
})

/** Has the provider take the money that a buyer has agreed to pay. */
export const confirmOnPaymentApproved = reaction({
  name: 'confirmOnPaymentApproved',
  on: 'payment.approved',
  run: async ({ data: { order, provider, session }, req, tenant }) => {
    const page = provider && session ? { provider, session } : undefined
    await confirmOrder({ order, page, req, tenant })
  },
  transaction: false,
})

/** Goes through the school's stored events again, a batch of them after another. */
export const replayOnReplayAsked = reaction({
  name: 'replayOnReplayAsked',
  on: 'paymentLog.replayAsked',
  run: async ({ data: { after }, req, tenant }) => {
    await replayBatch({ after, req, tenant })
  },
  transaction: false,
})
