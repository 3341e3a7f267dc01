import { z } from 'zod'

import { MOST_RECORDING_BYTES } from '@/domain/learning/assignments/review'
import { decide } from '@/operations/learning/assignments/decide'
import { recordAsGrader } from '@/operations/learning/assignments/record'
import { replyAsGrader, replyAsLearner } from '@/operations/learning/assignments/reply'
import { reviewQueue } from '@/operations/learning/reviewQueue'
import { toReview } from '@/operations/learning/assignments/toReview'

import { endpoint, fileEndpoint } from '../support/endpoint'
import { found } from './answers'
import { requireGrader, requireGraderOf } from './graders'

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
    await requireGraderOf(req, 'submissions', id)

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
 * POST /api/submission-reviews/:id `{ action, version, again?, points?, levels, comment, remarks }`: grades work or gives it back
 * (`grade`, `return`), the latter to be handed in by the end of the day `again` (ISO 8601), and answers `{ version, worth }`. Without `points` the levels of the rubric say them. 409
 * submissionGraded where somebody was first, 422 notReturnable, pointsMissing, pointsBeyond, dueInPast.
 */
export const decideOnSubmission = endpoint({
  input: z.object({
    id: z.uuid(),
    action: z.enum(['grade', 'return']),
    again: z.iso.date().nullable().default(null),
    comment: z.string().trim().max(10_000).default(''),
    levels: z.record(z.string().max(64), z.string().max(64)).default({}),
    points: z.number().min(0).max(1000).multipleOf(0.01).nullable().default(null),
    remarks: z.array(remark).max(200).default([]),
    version: z.number().int().min(0),
  }),
  path: '/submission-reviews/:id',
  run: async ({ input: { id, action, again, version, ...given }, req, tenant }) => {
    await requireGraderOf(req, 'submissions', id)

    return found(
      decide({
        id,
        again,
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
    await requireGraderOf(req, 'submissions', input.id)

    return found(replyAsGrader({ ...input, by: String(req.user.id), req, tenant }))
  },
  status: 201,
})

/**
 * POST /api/submission-reviews/recordings?submission&name with sound or a film as its body: a grader's word about it, of which
 * the learner gets a mail. `sound` says that a film's container holds sound alone. 201 `{ id }` of its file. 422
 * fileNotAccepted, fileTooLarge, filesFull, limitReached.
 */
export const recordOnSubmission = fileEndpoint({
  input: z.object({
    name: z.string().min(1).max(400),
    sound: z.enum(['true', 'false']).optional(),
    submission: z.uuid(),
  }),
  path: '/submission-reviews/recordings',
  run: async ({ body, input: { name, sound, submission }, req, size, tenant }) => {
    await requireGraderOf(req, 'submissions', submission)

    return found(
      recordAsGrader({
        id: submission,
        name,
        body,
        by: String(req.user.id),
        isSound: sound === 'true',
        req,
        size,
        tenant,
      }),
    )
  },
  status: 201,
  takesFile: MOST_RECORDING_BYTES,
  transaction: false,
})

/** POST /api/assignments/submissions/:id/replies `{ text }`: a learner's word about what was said of their own work. 201 `{ id }`. */
export const replyToReview = endpoint({
  input: z.object({ id: z.uuid(), text }),
  path: '/assignments/submissions/:id/replies',
  run: ({ input, req }) => found(replyAsLearner({ ...input, by: String(req.user.id), req })),
  status: 201,
})
