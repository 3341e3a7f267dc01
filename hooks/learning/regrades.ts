import { regradeBank, regradeQuiz } from '@/operations/learning/attempts/regrade'
import { uncount } from '@/operations/learning/roster/uncount'
import { reaction } from '@hooks/events/reaction'

/** Grades the attempts at a quiz anew once its author changed the key or the points, there or in the bank. */
export const regradeOnContentChanged = reaction({
  name: 'regradeOnContentChanged',
  concerns: ({ collection }) => collection === 'quizzes' || collection === 'bank-questions',
  on: 'content.changed',
  run: async ({ data: { id, collection }, event, req, tenant }) => {
    await (collection === 'quizzes'
      ? regradeQuiz({ event, quiz: id, req, tenant })
      : regradeBank({ event, question: id, req, tenant }))
    if (collection === 'quizzes') {
      await uncount({ quiz: id, req })
    }
  },
  transaction: false,
})
