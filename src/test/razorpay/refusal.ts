import type { Answered } from '../providers/httpServer'

/** An error as Razorpay words it. */
export const refusal = (description: string, status = 400): Answered => ({
  body: {
    error: {
      code: 'BAD_REQUEST_ERROR',
      description,
      metadata: {},
      reason: 'NA',
      source: 'NA',
      step: 'NA',
    },
  },
  status,
})
