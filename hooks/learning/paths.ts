import { settleMembers, settlePathsOf } from '@/operations/learning/paths'
import { reaction } from '@hooks/events/reaction'

/** Goes on along the paths of a learner who completed a course. */
export const walkOnCourseCompleted = reaction({
  name: 'walkOnCourseCompleted',
  on: 'course.completed',
  run: ({ data: { enrollment }, req, tenant }) => settlePathsOf({ enrollment, req, tenant }),
})

/** Brings everybody on a path up to date once its author changed it. */
export const walkOnPathChanged = reaction({
  name: 'walkOnPathChanged',
  concerns: ({ collection }) => collection === 'paths',
  on: 'content.changed',
  run: ({ data: { id }, req, tenant }) => settleMembers({ path: id, req, tenant }),
  transaction: false,
})
