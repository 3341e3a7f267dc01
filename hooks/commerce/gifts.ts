import type { ScheduledTask } from '@hooks/events/reaction'

import { cancelGift, deliverGifts, openGift } from '@/operations/commerce/giftDelivery'
import { reaction } from '@hooks/events/reaction'

/** Sends a gift that was paid, or has it wait for its day. */
export const openGiftOnOrderPaid = reaction({
  name: 'openGiftOnOrderPaid',
  on: 'order.paid',
  run: ({ data: { order }, req, tenant }) => openGift({ now: new Date(), order, req, tenant }),
})

/** Cancels a gift that nobody had taken when its money went back. */
export const cancelGiftOnRefundSettled = reaction({
  name: 'cancelGiftOnRefundSettled',
  on: 'refund.settled',
  run: ({ data: { refund }, req }) => cancelGift({ refund, req }),
})

const EVERY_FIVE_MINUTES = '*/5 * * * *'

/** Sends the gifts whose day has come. Every five minutes. */
export const deliverDueGifts: ScheduledTask = {
  name: 'deliverDueGifts',
  cron: EVERY_FIVE_MINUTES,
  run: async ({ req: { payload } }) => {
    await deliverGifts({ now: new Date(), payload })
  },
}
