import { emptyByOrder } from '@/operations/commerce/cart'
import { reaction } from '@hooks/events/reaction'

/** Takes what was bought out of its buyer's cart. */
export const emptyCartOnOrderPaid = reaction({
  name: 'emptyCartOnOrderPaid',
  on: 'order.paid',
  run: ({ data: { order }, req }) => emptyByOrder({ order, req }),
})
