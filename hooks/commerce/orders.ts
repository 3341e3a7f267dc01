import type { ScheduledTask } from '@hooks/events/reaction'

import { expireOrders } from '@/operations/commerce/expireOrders'

const EVERY_TEN_MINUTES = '*/10 * * * *'

/** Ends orders that were not paid in their time. Every ten minutes. */
export const expireUnpaidOrders: ScheduledTask = {
  name: 'expireUnpaidOrders',
  cron: EVERY_TEN_MINUTES,
  run: async ({ req: { payload } }) => {
    await expireOrders({ now: new Date(), payload })
  },
}
