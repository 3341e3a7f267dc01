import type { ScheduledTask } from '@hooks/events/reaction'

import { settleLibraries } from '@/operations/commerce/libraries/settle'

/** Shares what was paid for periods of libraries that have ended. Every hour. */
export const settleLibrariesHourly: ScheduledTask = {
  name: 'settleLibrariesHourly',
  cron: '35 * * * *',
  run: async ({ req: { payload } }) => {
    await settleLibraries({ now: new Date(), payload })
  },
}
