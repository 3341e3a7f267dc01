import type { ScheduledTask } from '@hooks/events/reaction'

import { lapseRequests } from '@/operations/learning/placeRequests/lapse'

const EVERY_MINUTE = '* * * * *'

/** Ends approved places that were not paid for in time. Every minute. */
export const lapseRequestsEveryMinute: ScheduledTask = {
  name: 'lapseRequests',
  cron: EVERY_MINUTE,
  run: async ({ req: { payload } }) => {
    await lapseRequests({ payload })
  },
}
