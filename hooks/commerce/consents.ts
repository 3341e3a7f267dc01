import { keepOrderConsents } from '@/operations/commerce/orderConsents'
import { reaction } from '@hooks/events/reaction'

/** Writes down what a buyer agreed to beside the button. */
export const keepConsentsOnOrderPlaced = reaction({
  name: 'keepConsentsOnOrderPlaced',
  on: 'order.placed',
  run: ({ data: { order }, req, tenant }) => keepOrderConsents({ order, req, tenant }),
})

/** The same of an order that was paid at once, or said anew before it was paid. */
export const keepConsentsOnOrderPaid = reaction({
  name: 'keepConsentsOnOrderPaid',
  on: 'order.paid',
  run: ({ data: { order }, req, tenant }) => keepOrderConsents({ order, req, tenant }),
})
