import type { ScheduledTask } from '@hooks/events/reaction'

import { sweepArrivals } from '@/operations/media/arrivals'

/** Finishes files that came whole and were left, and forgets uploads that nobody goes on with. Every minute. */
export const sweepArrivalsOften: ScheduledTask = {
  name: 'sweepArrivalsOften',
  cron: '* * * * *',
  run: ({ req: { payload } }) => sweepArrivals({ payload }),
}
