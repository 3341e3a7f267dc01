import type { ScheduledTask } from '@hooks/events/reaction'

import { resealAll } from '@/operations/tenancy/reseal'

const EVERY_NIGHT = '10 3 * * *'

/** Seals anew every night what an older key sealed. */
export const resealNightly: ScheduledTask = {
  name: 'resealNightly',
  cron: EVERY_NIGHT,
  run: ({ req: { payload } }) => resealAll(payload),
}
