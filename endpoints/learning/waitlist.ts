import { z } from 'zod'

import { RuleError } from '@/domain/errors'
import {
  joinWaitlist,
  leaveWaitlist,
  moveToFront,
  removeFromWaitlist,
} from '@/operations/learning/waitlist'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

const path = '/cohorts/:id/waitlist'
const input = z.object({ id: z.uuid() })

/**
 * POST /api/cohorts/:id/waitlist: the caller waits for a place in a full cohort, from the end of its queue:
 * `{ position, status }`, the same when asked again. 404 for no cohort of the school; 409 cohortHasPlaces while there are
 * places, and alreadyOwned; 422 cohortClosed, confirmEmailFirst, prerequisitesMissing.
 */
export const waitForPlace = endpoint({
  input,
  path,
  run: async ({ input: { id: cohort }, req, tenant }) => {
    if (!(req.user as { emailVerified?: boolean | null }).emailVerified) {
      throw new RuleError('confirmEmailFirst')
    }
    const queued = await joinWaitlist({ cohort, learner: String(req.user.id), req, tenant })
    if (!queued) {
      throw new NotHere()
    }

    return queued
  },
})

/** DELETE /api/cohorts/:id/waitlist: the caller leaves the queue, or declines the place that was offered: `{ hasLeft }`. */
export const stopWaiting = endpoint({
  input,
  method: 'delete',
  path,
  run: async ({ input: { id: cohort }, req, tenant }) => ({
    hasLeft: await leaveWaitlist({ cohort, learner: String(req.user.id), req, tenant }),
  }),
})

const MOST = 500

/**
 * POST /api/waitlist-entries/changes `{ action, entries, reason }`: `front` puts people who wait before the others of their
 * queue, `remove` takes them out of it; the reason is theirs to read. Answers `{ changed }`. For managers.
 */
export const changeOfWaitlist = endpoint({
  input: z.object({
    action: z.enum(['front', 'remove']),
    entries: z.array(z.uuid()).min(1).max(MOST),
    reason: z.string().trim().min(1).max(1000),
  }),
  path: '/waitlist-entries/changes',
  run: async ({ input: { action, ...change }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const act = action === 'front' ? moveToFront : removeFromWaitlist

    return { changed: await act({ ...change, req, tenant }) }
  },
})
