import type { ScheduledTask } from '@hooks/events/reaction'

import { reconcileAll } from '@/operations/commerce/reconciliation/nightly'

/** Compares the books of every school with those of its payment providers. Every night. */
export const reconcileEveryNight: ScheduledTask = {
  name: 'reconcileEveryNight',
  cron: '10 4 * * *',
  run: ({ req: { payload } }) => reconcileAll({ now: new Date(), payload }),
}
