import type { ScheduledTask } from '@hooks/events/reaction'

import { countSoon, countStale } from '@/operations/learning/countQuizzes'
import { reaction } from '@hooks/events/reaction'

const EVERY_FIVE_MINUTES = '*/5 * * * *'

/** Counts the questions of a small quiz as soon as an attempt of it is graded. */
export const countOnAttemptGraded = reaction({
  name: 'countOnAttemptGraded',
  on: 'attempt.graded',
  run: ({ data: { attempt }, req, tenant }) => countSoon({ attempt, req, tenant }),
})

/** Counts what the reaction leaves: large quizzes, and results that a correction changed. */
export const countEveryFewMinutes: ScheduledTask = {
  name: 'countStaleQuizzes',
  cron: EVERY_FIVE_MINUTES,
  run: async ({ req: { payload } }) => {
    await countStale({ payload })
  },
}
