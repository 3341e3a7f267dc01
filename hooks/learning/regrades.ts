import { regradeQuiz } from '@/operations/learning/attempts/regrade'
import { reaction } from '@hooks/events/reaction'

/** Grades the attempts at a quiz anew once its author changed the key or the points. */
export const regradeOnContentChanged = reaction({
  name: 'regradeOnContentChanged',
  on: 'content.changed',
  run: async ({ data: { id, collection }, event, req, tenant }) => {
    if (collection === 'quizzes') {
      await regradeQuiz({ event, quiz: id, req, tenant })
    }
  },
  transaction: false,
})
