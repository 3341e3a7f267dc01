import { z } from 'zod'

import { RuleError } from '@/domain/errors'
import { LONGEST_REQUEST } from '@/domain/learning/placeRequests'
import { askForPlace, withdrawRequest } from '@/operations/learning/placeRequests/ask'
import { decideOnRequests } from '@/operations/learning/placeRequests/decide'
import { courseOfOffer, requestOfLearner } from '@/operations/learning/placeRequests/read'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'
import { floodGate } from '../support/floods'

const path = '/offers/:id/place-request'
const input = z.object({ id: z.uuid() })

/** Requests from one address: each is a mail to whoever runs the school. */
const gate = floodGate({ most: 20, seconds: 60 })

/**
 * POST /api/offers/:id/place-request `{ cohort?, message? }`: the caller asks for a place in a course whose offer is on request.
 * Answers `{ request }`, the open one where there is one already. 404 for no offer of the school; 409 alreadyOwned and
 * alreadyRequested, by another offer of the course; 422 notForSale, answerMissing, cohortNeeded, cohortClosed, confirmEmailFirst,
 * prerequisitesMissing; 429 after twenty in a minute.
 */
export const askForThePlace = endpoint({
  input: input.extend({
    cohort: z.uuid().nullish(),
    message: z.string().trim().max(LONGEST_REQUEST).default(''),
  }),
  path,
  run: async ({ input: { id: offer, cohort = null, message }, req, tenant }) => {
    gate({ headers: req.headers, now: new Date(), tenant })
    if (!(req.user as { emailVerified?: boolean | null }).emailVerified) {
      throw new RuleError('confirmEmailFirst')
    }
    const learner = String(req.user.id)
    const request = await askForPlace({ cohort, learner, message, offer, req, tenant })
    if (!request) {
      throw new NotHere()
    }

    return { request }
  },
})

/**
 * GET /api/offers/:id/place-request: what the caller asked for last in the course of an offer: `{ request }`, with `askedAt`,
 * `cohort`, `id`, `message`, `offer`, `reason`, `status`, and `until`, the end of the time for which an approved place is kept; null where there is
 * nothing. Moments are ISO 8601. 404 for no offer of the school.
 */
export const ownPlaceRequest = endpoint({
  input,
  method: 'get',
  path,
  run: async ({ input: { id: offer }, req }) => {
    const course = await courseOfOffer(offer, req)
    if (!course) {
      throw new NotHere()
    }

    return {
      request: (await requestOfLearner({ course, learner: String(req.user.id), req })) ?? null,
    }
  },
})

/** DELETE /api/offers/:id/place-request: the caller takes back what they asked for, or gives up the place that was approved: `{ hasWithdrawn }`. */
export const withdrawPlaceRequest = endpoint({
  input,
  method: 'delete',
  path,
  run: async ({ input: { id: offer }, req, tenant }) => ({
    hasWithdrawn: await withdrawRequest({ learner: String(req.user.id), offer, req, tenant }),
  }),
})

const MOST = 200

/**
 * POST /api/place-requests/decisions `{ action, requests, reason }`: `approve` gives a place that costs nothing, keeps any other
 * until it is paid for, and puts its learner into the queue of a cohort that is full; `decline` needs a reason. Up to 200 at
 * once, each by itself. Answers `{ decided, refused: [{ request, code }] }`: what could not be, and why. For managers; 422
 * noteMissing.
 */
export const decisionOnPlaceRequests = endpoint({
  input: z.object({
    action: z.enum(['approve', 'decline']),
    reason: z.string().trim().max(1000).default(''),
    requests: z.array(z.uuid()).min(1).max(MOST),
  }),
  path: '/place-requests/decisions',
  run: async ({ input: decision, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    if (decision.action === 'decline' && !decision.reason) {
      throw new RuleError('noteMissing')
    }

    return decideOnRequests({ ...decision, req, tenant })
  },
  transaction: false,
})
