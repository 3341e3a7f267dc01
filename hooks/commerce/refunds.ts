import { endRefundedPlan } from '@/operations/commerce/refunds/endPlan'
import { carryOutRefund } from '@/operations/commerce/refunds/carryOut'
import { reaction } from '@hooks/events/reaction'

/** Asks the provider for the money back that staff want to give. */
export const carryOutOnRefundAsked = reaction({
  name: 'carryOutOnRefundAsked',
  on: 'refund.asked',
  run: ({ data: { refund }, req, tenant }) => carryOutRefund({ refund, req, tenant }),
  transaction: false,
})

/** Ends the subscription or plan whose money went back, where that is to end access. */
export const endPlanOnRefundSettled = reaction({
  name: 'endPlanOnRefundSettled',
  on: 'refund.settled',
  run: ({ data: { refund }, req, tenant }) => endRefundedPlan({ refund, req, tenant }),
})
