import { z } from 'zod'

import { testGatewayFor } from '@/adapters/payments/index'
import { RuleError } from '@/domain/errors'
import { gatewayPage } from '@/operations/commerce/gatewayPage'
import { receiveEvent } from '@/operations/commerce/receiveEvent'

import { endpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'

const input = z.object({ session: z.string().regex(/^[\w-]{1,100}$/) })

/**
 * GET /api/payments/test/:session: what the built-in gateway's page shows its buyer. 404 for anybody
 * else, and on an installation that takes real money.
 */
export const testSession = endpoint({
  input,
  method: 'get',
  path: '/payments/test/:session',
  run: async ({ input: { session }, req }) => {
    const page = await gatewayPage({ buyer: String(req.user.id), req, session })
    if (!page) {
      throw new NotHere()
    }

    return page
  },
})

const decision = (path: 'approve' | 'decline') =>
  endpoint({
    input,
    path: `/payments/test/:session/${path}`,
    run: async ({ input: { session }, req, tenant }) => {
      const gateway = testGatewayFor(req)
      const page = await gatewayPage({ buyer: String(req.user.id), req, session })
      if (!gateway || !page) {
        throw new NotHere()
      }
      const delivery = await gateway.decide({ decision: path, session })
      if (!delivery) {
        throw new RuleError('notPayable')
      }
      await receiveEvent({ ...delivery, payload: req.payload, provider: 'test', school: tenant })
      const { cancelUrl, order, successUrl } = page

      return path === 'approve'
        ? { order, status: 'paid', url: successUrl }
        : { order, status: 'failed', url: cancelUrl }
    },
    transaction: false,
  })

/**
 * POST /api/payments/test/:session/approve: the buyer, playing her bank, pays. The gateway signs an
 * event, which takes the same way in as any provider's. Answers `{ order, status, url }`, a second
 * time as well; 409 notPayable once the session was declined or is over.
 */
export const approveTestPayment = decision('approve')

/** POST /api/payments/test/:session/decline: the same, and the payment fails. */
export const declineTestPayment = decision('decline')
