import { applyPaymentEvent } from '@/operations/commerce/applyPaymentEvent'
import { reaction } from '@hooks/events/reaction'

/** Moves an order as a payment provider's stored event says. */
export const applyOnPaymentEventReceived = reaction({
  name: 'applyOnPaymentEventReceived',
  on: 'paymentEvent.received',
  run: ({ data: { paymentEvent }, req, tenant }) =>
    applyPaymentEvent({ paymentEvent, req, tenant }),
})
