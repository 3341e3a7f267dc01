import { z } from 'zod'

import { LONGEST_REVIEW, mayReview, MOST_STARS, REVIEW_FROM } from '@/domain/learning/reviews'
import { courseReviews as reviewsOf } from '@/operations/learning/courseReviews'
import {
  reviewerOf,
  withdrawReview as withdraw,
  writeReview as write,
} from '@/operations/learning/ownReview'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { NotAllowed, TooMany } from '../support/errors'

const path = '/courses/:id/reviews'
const input = z.object({ id: z.uuid() })

/** GET /api/courses/:id/reviews?page=: ratings of a course, and a page of its reviews, newest first. */
export const courseReviews = publicEndpoint({
  input: input.extend({ page: z.coerce.number().int().min(1).max(1000).optional() }),
  method: 'get',
  path,
  run: ({ input: { id: course, page }, req }) => reviewsOf({ course, page, req }),
})

/**
 * GET /api/courses/:id/reviews/mine: the caller's own review, and whether they may write one:
 * `{ review, mayReview, percent, from }`, with `percent` null for whoever is not enrolled.
 */
export const myReview = endpoint({
  input,
  method: 'get',
  path: `${path}/mine`,
  run: async ({ input: { id: course }, req }) => {
    const reviewer = await reviewerOf({ course, learner: String(req.user.id), req })

    return {
      from: REVIEW_FROM,
      mayReview: reviewer ? mayReview(reviewer) : false,
      percent: reviewer?.percent ?? null,
      review: reviewer?.review ?? null,
    }
  },
})

/**
 * POST /api/courses/:id/reviews `{ stars, text? }`: writes the caller's review, or changes it. 403 for
 * whoever is not enrolled, 422 reviewTooEarly before a fifth of the course, 429 for a second change within seconds.
 */
export const writeReview = endpoint({
  input: input.extend({
    stars: z.int().min(1).max(MOST_STARS),
    text: z.string().trim().max(LONGEST_REVIEW).default(''),
  }),
  path,
  run: async ({ input: { id: course, stars, text }, req, tenant }) => {
    const written = await write({ course, learner: String(req.user.id), req, stars, tenant, text })
    if (!written) {
      throw new NotAllowed()
    }
    if ('wait' in written) {
      throw new TooMany({ seconds: written.wait })
    }

    return written
  },
})

/** DELETE /api/courses/:id/reviews: takes the caller's review back; again does nothing. 403 for whoever is not enrolled. */
export const withdrawReview = endpoint({
  input,
  method: 'delete',
  path,
  run: async ({ input: { id: course }, req, tenant }) => {
    const answer = await withdraw({ course, learner: String(req.user.id), req, tenant })
    if (!answer) {
      throw new NotAllowed()
    }

    return answer
  },
})
