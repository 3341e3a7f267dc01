import { z } from 'zod'

import { decide } from '@/operations/learning/assignments/decide'
import { replyAsGrader, replyAsLearner } from '@/operations/learning/assignments/reply'
import { reviewQueue } from '@/operations/learning/reviewQueue'
import { toReview } from '@/operations/learning/assignments/toReview'

import { endpoint } from '../support/endpoint'
import { found } from './answers'
import { requireGrader } from './graders'

/**
 * GET /api/submission-reviews `?course&lesson&late&after`: work that waits for a grade or for an answer, the longest waiting
 * first: `{ assignments, next, submissions }`, a page from the cursor `after` on, which the page before has as `next`.
 */
export const submissionQueue = endpoint({
  input: z.object({
    after: z.string().max(100).optional(),
    course: z.uuid().optional(),
    late: z.enum(['true', 'false']).optional(),
    lesson: z.uuid().optional(),
  }),
  method: 'get',
  path: '/submission-reviews',
  run: async ({ input: { late, ...input }, req }) => {
    await requireGrader(req)

    return reviewQueue({ ...input, isLate: late === 'true', req })
  },
})

/** GET /api/submission-reviews/:id: one submission with what was said of it so far, and links to its files for the caller. */
export const submissionToReview = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/submission-reviews/:id',
  run: async ({ input: { id }, req, tenant }) => {
    await requireGrader(req)

    return found(toReview({ id, account: String(req.user.id), req, tenant }))
  },
})

const share = z.number().min(0).max(1)

const remark = z.object({
  id: z.string().min(1).max(64),
  file: z.uuid(),
  page: z.number().int().min(1).max(10_000),
  text: z.string().trim().min(1).max(2000),
  x: share,
  y: share,
})

/**
 * POST /api/submission-reviews/:id `{ action, version, points?, levels, comment, remarks }`: grades work or gives it back
 * (`grade`, `return`), and answers `{ version, worth }`. Without `points` the levels of the rubric say them. 409
 * submissionGraded where somebody was first, 422 notReturnable, pointsMissing, pointsBeyond.
 */
export const decideOnSubmission = endpoint({
  input: z.object({
    id: z.uuid(),
    action: z.enum(['grade', 'return']),
    comment: z.string().trim().max(10_000).default(''),
    levels: z.record(z.string().max(64), z.string().max(64)).default({}),
    points: z.number().min(0).max(1000).multipleOf(0.01).nullable().default(null),
    remarks: z.array(remark).max(200).default([]),
    version: z.number().int().min(0),
  }),
  path: '/submission-reviews/:id',
  run: async ({ input: { id, action, version, ...given }, req, tenant }) => {
    await requireGrader(req)

    return found(
      decide({
        id,
        by: String(req.user.id),
        given,
        isReturned: action === 'return',
        req,
        tenant,
        version,
      }),
    )
  },
})

const text = z.string().trim().min(1).max(5000)

/** POST /api/submission-reviews/:id/replies `{ text }`: a grader's word about it, of which the learner gets a mail. 201 `{ id }`. */
export const answerSubmission = endpoint({
  input: z.object({ id: z.uuid(), text }),
  path: '/submission-reviews/:id/replies',
  run: async ({ input, req, tenant }) => {
    await requireGrader(req)

    return found(replyAsGrader({ ...input, by: String(req.user.id), req, tenant }))
  },
  status: 201,
})

/** POST /api/assignments/submissions/:id/replies `{ text }`: a learner's word about what was said of their own work. 201 `{ id }`. */
export const replyToReview = endpoint({
  input: z.object({ id: z.uuid(), text }),
  path: '/assignments/submissions/:id/replies',
  run: ({ input, req }) => found(replyAsLearner({ ...input, by: String(req.user.id), req })),
  status: 201,
})
