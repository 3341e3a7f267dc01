import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { GatewayPage } from '@/operations/commerce/gatewayPage'

import { testGatewayFor } from '@/adapters/payments/index'
import { RuleError } from '@/domain/errors'
import { gatewayPage } from '@/operations/commerce/gatewayPage'
import { receiveEvent } from '@/operations/commerce/receiveEvent'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { NotHere, SignInRequired } from '../support/errors'

const input = z.object({ session: z.string().regex(/^[\w-]{1,100}$/) })

/** The session's page, for whom it is; 401 for visitors to one that is no guest's, 404 for anybody else. */
const pageFor = async (req: PayloadRequest, session: string): Promise<GatewayPage> => {
  const page = await gatewayPage({ buyer: req.user ? String(req.user.id) : null, req, session })
  if (!page) {
    throw req.user ? new NotHere() : new SignInRequired()
  }

  return page
}

/**
 * GET /api/payments/test/:session: what the built-in gateway's page shows its buyer, or whoever has a
 * guest's session. 404 for anybody else, and on an installation that takes real money.
 */
export const testSession = publicEndpoint({
  input,
  method: 'get',
  path: '/payments/test/:session',
  run: ({ input: { session }, req }) => pageFor(req, session),
})

const decision = (path: 'approve' | 'decline') =>
  publicEndpoint({
    input,
    path: `/payments/test/:session/${path}`,
    run: async ({ input: { session }, req, tenant }) => {
      const gateway = await testGatewayFor(req)
      const page = await pageFor(req, session)
      if (!gateway) {
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

/**
 * POST /api/payments/test/:session/card `{ works }`: the buyer, playing her bank, says whether the card that
 * pays in this session takes further charges. 404 for anybody else.
 */
export const setTestCard = endpoint({
  input: input.extend({ works: z.boolean() }),
  path: '/payments/test/:session/card',
  run: async ({ input: { session, works }, req }) => {
    const page = await gatewayPage({ buyer: String(req.user.id), req, session })
    const gateway = page && (await testGatewayFor(req))
    if (!(await gateway?.setCard({ session, works }))) {
      throw new NotHere()
    }

    return { works }
  },
})
