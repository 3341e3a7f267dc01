import type { ScheduledTask } from '@hooks/events/reaction'

import { followFailed, followPaid } from '@/operations/commerce/subscriptions/followOrder'
import { renewSubscriptions } from '@/operations/commerce/subscriptions/renew'
import { reaction } from '@hooks/events/reaction'

const EVERY_TEN_MINUTES = '*/10 * * * *'

/** Begins a subscription with its first paid order, and moves it on with each that follows. */
export const followOnOrderPaid = reaction({
  name: 'followOnOrderPaid',
  on: 'order.paid',
  run: ({ data: { order }, req, tenant }) => followPaid({ order, req, tenant }),
})

/** Sets a subscription past due when the charge of its order was declined. */
export const followOnOrderFailed = reaction({
  name: 'followOnOrderFailed',
  on: 'order.failed',
  run: ({ data: { order }, req, tenant }) => followFailed({ order, req, tenant }),
})

/** Charges what is due of subscriptions and plans, and ends what is over. Every ten minutes. */
export const renewDueSubscriptions: ScheduledTask = {
  name: 'renewDueSubscriptions',
  cron: EVERY_TEN_MINUTES,
  run: async ({ req: { payload } }) => {
    await renewSubscriptions({ now: new Date(), payload })
  },
}
