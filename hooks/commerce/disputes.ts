import { endDisputedPlan } from '@/operations/commerce/refunds/endPlan'
import { reaction } from '@hooks/events/reaction'

/** Ends the subscription or plan whose money a lost dispute took, where the school closes what was contested. */
export const endPlanOnDisputeChanged = reaction({
  name: 'endPlanOnDisputeChanged',
  on: 'dispute.changed',
  run: ({ data: { dispute }, req, tenant }) => endDisputedPlan({ dispute, req, tenant }),
})
