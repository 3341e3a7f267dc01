import { z } from 'zod'

import { recoveredRevenue } from '@/operations/commerce/recovered'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'

/**
 * GET /api/recovered-revenue, for managers: `{ recovered: [{ currency, total, payments, inBase, months: [{ month, amount }] }] }`,
 * minor units: what was declined at first and paid afterwards in the last twelve months. 403 for others.
 */
export const recovered = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/recovered-revenue',
  run: async ({ req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }

    return { recovered: await recoveredRevenue({ now: new Date(), req, tenant }) }
  },
})
