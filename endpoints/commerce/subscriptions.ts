import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import { PaymentUnavailable } from '@/adapters/payments/types'
import { TaxUnavailable } from '@/adapters/tax/types'
import { CANCEL_REASONS, LONGEST_PAUSE } from '@/domain/commerce/lifecycle'
import {
  cancelSubscription,
  endSubscription,
  resumeSubscription,
} from '@/operations/commerce/subscriptions/cancel'
import { changePlan } from '@/operations/commerce/subscriptions/change'
import { pauseSubscription, unpauseSubscription } from '@/operations/commerce/subscriptions/pause'
import { shownChanges } from '@/operations/commerce/shownChanges'
import { chargeAgain } from '@/operations/commerce/subscriptions/renew'
import { takeCounterOffer } from '@/operations/commerce/subscriptions/stay'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { CodedError, NotAllowed, NotHere } from '../support/errors'

const input = z.object({ id: z.uuid() })

/** Whose a subscription must be: managers act on those of all, everybody else on their own. */
const whose = (req: PayloadRequest): null | string => (isManager(req) ? null : String(req.user?.id))

const orNotHere = <T>(found: null | T): T => {
  if (found === null) {
    throw new NotHere()
  }

  return found
}

/**
 * POST /api/subscriptions/:id/cancel `{ reason?, note? }` ends a subscription with what is paid for, and answers
 * `{ status, cancelAtPeriodEnd, periodEnd }`, a second time as well. Its buyer does it, or a manager; 404 for anybody
 * else's, 422 notCancelable for an instalment plan and for what is over. With `at: 'now'` a manager ends either at once; 403 for others.
 */
export const cancel = endpoint({
  input: input.extend({
    at: z.enum(['end', 'now']).default('end'),
    note: z.string().trim().max(1000).nullish(),
    reason: z.enum(CANCEL_REASONS).nullish(),
  }),
  path: '/subscriptions/:id/cancel',
  run: async ({ input: { id, at, note = null, reason = null }, req, tenant }) => {
    const asked = { id, buyer: whose(req), note, now: new Date(), reason, req, tenant }
    if (at === 'now' && !isManager(req)) {
      throw new NotAllowed()
    }

    return orNotHere(await (at === 'now' ? endSubscription(asked) : cancelSubscription(asked)))
  },
})

/** POST /api/subscriptions/:id/resume takes that back before the end; 422 notResumable afterwards. */
export const resume = endpoint({
  input,
  path: '/subscriptions/:id/resume',
  run: async ({ input: { id }, req, tenant }) =>
    orNotHere(await resumeSubscription({ id, buyer: whose(req), now: new Date(), req, tenant })),
})

/**
 * POST /api/subscriptions/:id/pause `{ months }`, 1 to what the offer allows: access ends now, and what is paid for waits.
 * The same answer; 422 notPausable.
 */
export const pause = endpoint({
  input: input.extend({ months: z.int().min(1).max(LONGEST_PAUSE) }),
  path: '/subscriptions/:id/pause',
  run: async ({ input: { id, months }, req, tenant }) =>
    orNotHere(
      await pauseSubscription({ id, buyer: whose(req), months, now: new Date(), req, tenant }),
    ),
})

/** POST /api/subscriptions/:id/unpause goes on at once; the same answer, 422 notResumable for what is over. */
export const unpause = endpoint({
  input,
  path: '/subscriptions/:id/unpause',
  run: async ({ input: { id }, req, tenant }) =>
    orNotHere(await unpauseSubscription({ id, buyer: whose(req), now: new Date(), req, tenant })),
})

/** POST /api/subscriptions/:id/stay takes the discount that the school offers instead of a cancel; 422 notOffered. */
export const stay = endpoint({
  input,
  path: '/subscriptions/:id/stay',
  run: async ({ input: { id }, req, tenant }) =>
    orNotHere(await takeCounterOffer({ id, buyer: whose(req), req, tenant })),
})

/** What others did not answer, as it is told: paymentUnavailable and taxUnavailable. */
const orUnavailable = async <T>(req: PayloadRequest, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof PaymentUnavailable) {
      req.payload.logger.error({ err: error }, 'The difference of two plans was not charged.')
      throw new CodedError({ code: 'paymentUnavailable', status: 502 })
    }
    if (error instanceof TaxUnavailable) {
      req.payload.logger.error({ err: error }, 'The tax of another plan could not be calculated.')
      throw new CodedError({ code: 'taxUnavailable', status: 502 })
    }
    throw error
  }
}

/**
 * GET /api/subscriptions/:id/changes: `{ changes: [{ offer, title, terms, currency, due, tax, taxation?, credit, left }] }`, minor
 * units: the plans to which it can be changed, and what each costs now; `due` holds `tax`, and `taxation` is
 * `{ taxes: [{ name, percent, amount }], treatment }`. While a change waits for its payment, that one alone. 404 for anybody
 * else's, 502 taxUnavailable.
 */
export const changes = endpoint({
  input,
  method: 'get',
  path: '/subscriptions/:id/changes',
  run: async ({ input: { id }, req, tenant }) => {
    const asked = { id, buyer: whose(req), now: new Date(), req, tenant }

    return { changes: orNotHere(await orUnavailable(req, shownChanges(asked))) }
  },
})

/**
 * POST /api/subscriptions/:id/change `{ offer, expects }`: 200 `{ order, due }`: charges the difference with its tax, which
 * must be the `expects` that `changes` told as `due`, to the kept card; the plan changes when that is paid. 404, 422
 * notChangeable, notForSale and priceChanged, 502 paymentUnavailable and taxUnavailable.
 */
export const change = endpoint({
  input: input.extend({ expects: z.int().nonnegative(), offer: z.uuid() }),
  path: '/subscriptions/:id/change',
  run: async ({ input: { id, expects, offer }, req, tenant }) =>
    orNotHere(
      await orUnavailable(
        req,
        changePlan({
          id,
          buyer: whose(req),
          expects,
          now: new Date(),
          offer,
          payload: req.payload,
          req,
          tenant,
        }),
      ),
    ),
  transaction: false,
})

/**
 * POST /api/subscriptions/:id/retry, for managers: charges what is past due now, `{ asked: true }`; what comes of it is told like any
 * charge. 403, 404, 422 notRetryable, 502 paymentUnavailable and taxUnavailable.
 */
export const retry = endpoint({
  input,
  path: '/subscriptions/:id/retry',
  run: async ({ input: { id }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const asked = await orUnavailable(req, chargeAgain({ id, now: new Date(), req, tenant }))

    return orNotHere(asked ? { asked } : null)
  },
  transaction: false,
})
