import { z } from 'zod'

import { cohortsOnSale } from '@/operations/commerce/cohortsOnSale'

import { publicEndpoint } from '../support/endpoint'

/**
 * GET /api/courses/:id/cohorts: the cohorts of a published course that can be joined now, the next one first:
 * `{ cohorts: [{ id, course, name, startsAt, endsAt, closesAt, left, isMine }] }`. Moments are ISO 8601; `left` counts free
 * places and is null where there is no limit; `isMine` says whether the caller has a place. No others are named.
 */
export const courseCohorts = publicEndpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/courses/:id/cohorts',
  run: async ({ input: { id: course }, req }) => ({
    cohorts: await cohortsOnSale({
      courses: [course],
      learner: req.user ? String(req.user.id) : null,
      req,
    }),
  }),
})
