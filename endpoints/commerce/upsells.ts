import { z } from 'zod'

import { PaymentUnavailable } from '@/adapters/payments/types'
import { opensOrder } from '@/operations/commerce/orderKeys'
import { acceptProposal, declineProposal, proposalAfter } from '@/operations/commerce/upsells'

import { publicEndpoint } from '../support/endpoint'
import { CodedError, NotHere, SignInRequired } from '../support/errors'
import { floodGate } from '../support/floods'
import { originHere } from '../support/origin'

const gate = floodGate({ most: 30, seconds: 60 })

const whose = { id: z.uuid(), key: z.string().max(200).nullish() }
const step = z.enum(['downsell', 'upsell'])

type Given = { id: string; key?: null | string }

/** Whose order it is said to be: the caller's, or that of whoever holds its key. Throws SignInRequired where it is neither. */
const whoseOrder = (
  { id, key }: Given,
  { req, tenant }: { req: Parameters<typeof proposalAfter>[0]['req']; tenant: string },
) => {
  const now = new Date()
  gate({ headers: req.headers, now, tenant })
  const hasKey = Boolean(key) && opensOrder({ key, now, order: id, tenant })
  if (!hasKey && !req.user) {
    throw new SignInRequired()
  }

  return { buyer: req.user ? String(req.user.id) : null, hasKey, now, order: id, req, tenant }
}

/**
 * GET /api/paid-orders/:id/proposal `?key=` answers what is proposed to the buyer of a paid order, or to whoever holds its key, and
 * counts it as shown: `{ proposal: { step, title, text, offer, courses, amount, was, tax, isTaxAdded, total, currency, charges, endsAt, isTaken } | null }`, minor units. `charges`
 * says whether the card that was kept is charged at once. 401 for visitors without a key, 404 for anybody else's order and one that is not paid, 429 after thirty in a minute.
 */
const proposal = publicEndpoint({
  input: z.object(whose),
  method: 'get',
  path: '/paid-orders/:id/proposal',
  run: async ({ input, req, tenant }) => {
    const found = await proposalAfter(whoseOrder(input, { req, tenant }))
    if (found === undefined) {
      throw new NotHere()
    }

    return { proposal: found }
  },
})

/** POST /api/paid-orders/:id/proposal/decline `{ step, key? }` declines it and answers `{ proposal }`, what is proposed then. 404 for anybody else's order. */
const decline = publicEndpoint({
  input: z.object({ ...whose, step }),
  path: '/paid-orders/:id/proposal/decline',
  run: async ({ input, req, tenant }) => {
    const next = await declineProposal({
      ...whoseOrder(input, { req, tenant }),
      step: input.step,
    })
    if (next === undefined) {
      throw new NotHere()
    }

    return { proposal: next }
  },
  transaction: false,
})

/**
 * POST /api/paid-orders/:id/proposal/accept `{ step, total, key? }` takes it at what was shown: an order of its own, 201 `{ order, url, total, currency, key? }`, the same
 * however often it is asked. `url` is where the buyer goes: to the page of the new order where the kept card was charged, else to the page on which it is paid. 404 for
 * anybody else's order, 409 proposalOver, priceChanged and alreadyOwned, 502 paymentUnavailable, after which it is asked again.
 */
const accept = publicEndpoint({
  input: z.object({ ...whose, step, total: z.int().positive() }),
  path: '/paid-orders/:id/proposal/accept',
  run: async ({ input, req, tenant }) => {
    const { key = null, total } = input
    try {
      const taken = await acceptProposal({
        ...whoseOrder(input, { req, tenant }),
        key,
        origin: await originHere(req, tenant),
        step: input.step,
        total,
      })
      if (!taken) {
        throw new NotHere()
      }

      return taken
    } catch (error) {
      if (error instanceof PaymentUnavailable) {
        req.payload.logger.error({ err: error }, 'What was proposed after a payment was not paid.')
        throw new CodedError({ code: 'paymentUnavailable', status: 502 })
      }
      throw error
    }
  },
  status: 201,
  transaction: false,
})

export const upsellEndpoints = [proposal, decline, accept] as const
