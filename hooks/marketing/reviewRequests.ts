import type { ScheduledTask } from '@hooks/events/reaction'

import { askForReviews } from '@/operations/marketing/reviewRequests'

const EVERY_HOUR = '17 * * * *'

/** Asks those who finished a course some days ago for a review. Every hour. */
export const askForReviewsHourly: ScheduledTask = {
  name: 'askForReviewsHourly',
  cron: EVERY_HOUR,
  run: async ({ req: { payload } }) => {
    await askForReviews({ now: new Date(), payload })
  },
}
