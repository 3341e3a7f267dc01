import type { ScheduledTask } from '@hooks/events/reaction'

import { countStale } from '@/operations/learning/countQuizzes'

const EVERY_MINUTE = '* * * * *'

/** Counts the questions of quizzes whose results have changed. A reaction would cost every hand-in a statement. */
export const countEveryMinute: ScheduledTask = {
  name: 'countStaleQuizzes',
  cron: EVERY_MINUTE,
  run: async ({ req: { payload } }) => {
    await countStale({ payload })
  },
}
