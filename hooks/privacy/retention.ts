import type { ScheduledTask } from '@hooks/events/reaction'

import { clearOldData } from '@/operations/privacy/retain'

const EVERY_NIGHT = '50 2 * * *'

/** Clears away what is older than its class of data is kept for. Every night. */
export const clearOldDataNightly: ScheduledTask = {
  name: 'clearOldDataNightly',
  cron: EVERY_NIGHT,
  run: async ({ req: { payload } }) => {
    const count = await clearOldData({ payload })
    payload.logger.info({ count }, 'Old data cleared.')
  },
}
