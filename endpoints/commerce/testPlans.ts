import { z } from 'zod'

import type { GatewayPlan } from '@/adapters/payments/testPlanBilling'

import type { SignedIn } from '../support/endpoint'

import { testPlanBillingFor } from '@/adapters/payments/index'
import { RuleError } from '@/domain/errors'
import { receiveEvent } from '@/operations/commerce/receiveEvent'
import { isOwner } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

const input = z.object({ session: z.string().regex(/^[\w-]{1,100}$/) })

/** A page of the built-in gateway, for owners alone; 404 where real money is taken. */
const pageFor = async (req: SignedIn, session: string): Promise<GatewayPlan> => {
  if (!isOwner(req)) {
    throw new NotAllowed()
  }
  const found = await testPlanBillingFor(req)?.find(session)
  if (!found) {
    throw new NotHere()
  }

  return found
}

/**
 * POST /api/plan/test/:session/:act: the owner, playing her bank, pays (`approve`) or does not (`decline`), and lets the
 * next charge `fail` or `recover`. The gateway signs an event, which takes the same way in as any provider's. Answers
 * `{ status, url }`; 409 notPayable where there is nothing to be done.
 */
export const actOnTestPlan = endpoint({
  input: input.extend({ act: z.enum(['approve', 'decline', 'fail', 'recover']) }),
  path: '/plan/test/:session/:act',
  run: async ({ input: { act, session }, req, tenant }) => {
    const { cancelUrl, successUrl } = await pageFor(req, session)
    const delivery = await testPlanBillingFor(req)?.act({ act, session })
    if (!delivery) {
      throw new RuleError('notPayable')
    }
    await receiveEvent({ ...delivery, payload: req.payload, provider: 'test', school: tenant })

    return { status: act, url: act === 'decline' ? cancelUrl : successUrl }
  },
  transaction: false,
})
