import { regradeQuiz } from '@/operations/learning/attempts/regrade'
import { reaction } from '@hooks/events/reaction'

/** Grades the attempts at a quiz anew once its author changed the key or the points. */
export const regradeOnContentChanged = reaction({
  name: 'regradeOnContentChanged',
  concerns: ({ collection }) => collection === 'quizzes',
  on: 'content.changed',
  run: async ({ data: { id }, event, req, tenant }) => {
    await regradeQuiz({ event, quiz: id, req, tenant })
  },
  transaction: false,
})
