import { z } from 'zod'

import { cancelSubscription, resumeSubscription } from '@/operations/commerce/subscriptions/cancel'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'

const input = z.object({ id: z.uuid() })

const change = (path: 'cancel' | 'resume', run: typeof cancelSubscription) =>
  endpoint({
    input,
    path: `/subscriptions/:id/${path}`,
    run: async ({ input: { id }, req, tenant }) => {
      const changed = await run({ id, buyer: String(req.user.id), req, tenant })
      if (!changed) {
        throw new NotHere()
      }

      return changed
    },
  })

/**
 * POST /api/subscriptions/:id/cancel ends the buyer's own subscription with what is paid for, and answers
 * `{ status, cancelAtPeriodEnd, periodEnd }`, a second time as well. 404 for anybody else's, 422
 * notCancelable for an instalment plan and for what is over.
 */
export const cancel = change('cancel', cancelSubscription)

/** POST /api/subscriptions/:id/resume takes that back before the end; 422 notResumable afterwards. */
export const resume = change('resume', resumeSubscription)
