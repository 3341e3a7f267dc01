import { forgetLearner } from '@/operations/learning/forgetLearner'
import { reaction } from '@hooks/events/reaction'

/** Erases what an erased account learned and wrote. */
export const forgetLearnerOnAccountErased = reaction({
  name: 'forgetLearnerOnAccountErased',
  on: 'account.erased',
  run: ({ data: { account }, req, tenant }) => forgetLearner({ learner: account, req, tenant }),
})
