import type { ScheduledTask } from '@hooks/events/reaction'

import { dropEndedViews } from '@/operations/identity/views'

const EVERY_FIVE_MINUTES = '*/5 * * * *'

/** Takes away views that are over, so that the log tells of their end. */
export const endViews: ScheduledTask = {
  name: 'endViews',
  cron: EVERY_FIVE_MINUTES,
  run: ({ req }) => dropEndedViews(req),
}
