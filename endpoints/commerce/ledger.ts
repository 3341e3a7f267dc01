import { z } from 'zod'

import { balancesOf } from '@/operations/commerce/balances'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed } from '../support/errors'

/**
 * GET /api/ledger/balances, for managers: `{ balances: [{ account, currency, balance, entries }] }`, in minor units: what
 * providers hold, what was sold, given back, and collected as tax. 403 for others.
 */
export const ledgerBalances = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/ledger/balances',
  run: async ({ req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }

    return { balances: await balancesOf({ req, tenant }) }
  },
})
