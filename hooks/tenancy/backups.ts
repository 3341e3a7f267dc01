import type { ScheduledTask } from '@hooks/events/reaction'

import { keepBackups } from '@/operations/tenancy/backups'

const EVERY_HOUR = '20 * * * *'

/** Looks every hour whether a backup, or a restore to see that it can be, is due. */
export const backUpHourly: ScheduledTask = {
  name: 'backUpHourly',
  cron: EVERY_HOUR,
  run: async ({ req: { payload } }) => {
    await keepBackups({ now: new Date(), payload })
  },
}
