import type { ScheduledTask } from '@hooks/events/reaction'

import { remindOfEnds } from '@/operations/marketing/accessReminders'

const EVERY_HOUR = '23 * * * *'

/** Reminds learners whose access ends in 7 days, or in one. Every hour. */
export const remindOfEndsHourly: ScheduledTask = {
  name: 'remindOfEndsHourly',
  cron: EVERY_HOUR,
  run: async ({ req: { payload } }) => {
    await remindOfEnds({ now: new Date(), payload })
  },
}
