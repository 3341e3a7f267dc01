import { z } from 'zod'

import { recoveredCheckouts } from '@/operations/commerce/recoveredCheckouts'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'

/**
 * GET /api/recovered-checkouts, for managers: `{ checkouts, reminders, brought: [{ currency, orders, total }] }` of the last
 * twelve months: how many checkouts were left, how many mails reminded of them, and what was paid after one, in minor
 * units. 403 for others.
 */
export const recoveredCheckoutsEndpoint = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/recovered-checkouts',
  run: ({ req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }

    return recoveredCheckouts({ now: new Date(), req, tenant })
  },
})
