import { z } from 'zod'

import { planOverview } from '@/operations/analytics/planOverview'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'

/**
 * GET /api/plan: what the school has, uses and pays: `{ contact, paid: { plan, periodEnd, endsAtPeriodEnd, isPastDue,
 * hasPortal } | null, plans: [{ id, name, description, price, currency, limits, included, isCurrent, isOpen, over, lost }],
 * usage: [{ limit, most, used }] }`; `over` lists the limits above which the school would be. For its managers.
 */
export const ownPlan = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/plan',
  run: async ({ req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }

    return planOverview({ req, tenant })
  },
})
