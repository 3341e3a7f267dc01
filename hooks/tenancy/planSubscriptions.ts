import type { ScheduledTask } from '@hooks/events/reaction'

import { followOverdue, followSubscription } from '@/operations/tenancy/planSubscriptions/follow'
import { reaction } from '@hooks/events/reaction'

/** Puts a school on what it pays for, once the platform's provider said that something changed. */
export const followOnPlanSubscriptionReported = reaction({
  name: 'followOnPlanSubscriptionReported',
  on: 'planSubscription.reported',
  run: ({ data: { subscription }, req, tenant }) =>
    followSubscription({ req, subscription, tenant }),
  transaction: false,
})

const EVERY_HOUR = '40 * * * *'

/** The same for what no event told of. */
export const followPlansHourly: ScheduledTask = {
  name: 'followPlansHourly',
  cron: EVERY_HOUR,
  run: ({ req: { payload } }) => followOverdue(payload),
}
