import { z } from 'zod'

import { receiveEvent } from '@/operations/commerce/receiveEvent'
import { testDispute } from '@/operations/commerce/testDispute'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

/**
 * POST /api/orders/:id/test-dispute, for managers, with `{ act: 'open' | 'review' | 'win' | 'lose' }`: plays the bank of a buyer
 * who contests an order that was paid in the test gateway. The gateway signs an event, which takes the same way in as any
 * provider's; answers 202 `{ receipt }`. 403 for others, 404 for any other order.
 */
const play = endpoint({
  input: z.object({ id: z.uuid(), act: z.enum(['lose', 'open', 'review', 'win']) }),
  path: '/:id/test-dispute',
  run: async ({ input: { id, act }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const delivery = await testDispute({ act, order: id, req, tenant })
    if (!delivery) {
      throw new NotHere()
    }
    const { payload } = req

    return {
      receipt: await receiveEvent({ ...delivery, payload, provider: 'test', school: tenant }),
    }
  },
  status: 202,
  transaction: false,
})

/** Endpoints below /api/orders, which Payload looks for in the collection itself. */
export const testDisputeEndpoints = [play] as const
