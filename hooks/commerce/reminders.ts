import type { ScheduledTask } from '@hooks/events/reaction'

import { recoverByOrder } from '@/operations/commerce/recoverCheckouts'
import { remindOfCheckouts } from '@/operations/commerce/remindOfCheckouts'
import { reaction } from '@hooks/events/reaction'

const EVERY_TEN_MINUTES = '5-59/10 * * * *'

/** Reminds of checkouts that were begun and not finished. Every ten minutes. */
export const remindOfUnfinishedCheckouts: ScheduledTask = {
  name: 'remindOfUnfinishedCheckouts',
  cron: EVERY_TEN_MINUTES,
  run: async ({ req: { payload } }) => {
    await remindOfCheckouts({ now: new Date(), payload })
  },
}

/** Counts an order that was paid after a reminder as brought back by it. */
export const recoverOnOrderPaid = reaction({
  name: 'recoverOnOrderPaid',
  on: 'order.paid',
  run: ({ data: { order }, req }) => recoverByOrder({ order, req }),
})
