import { z } from 'zod'

import { markAttempt } from '@/operations/learning/markAttempt'
import { attemptsToRead } from '@/operations/learning/gradingQueue'
import { markedAttempt } from '@/operations/learning/markedAttempt'
import { remarkAttempt } from '@/operations/learning/remarkAttempt'
import { attemptToGrade } from '@/operations/learning/attemptToGrade'

import { endpoint } from '../support/endpoint'
import { found } from './answers'
import { requireGrader, requireGraderOf } from './graders'

/**
 * GET /api/grading `?course&after&state`: attempts with answers that somebody must read, the longest waiting first; with `state`
 * `graded` those that were read, the last one first: `{ attempts, courses, next }`, a page from the cursor `after` on, which the
 * page before has as `next`.
 */
export const gradingQueue = endpoint({
  input: z.object({
    after: z.string().max(100).optional(),
    course: z.uuid().optional(),
    state: z.enum(['graded', 'waiting']).default('waiting'),
  }),
  method: 'get',
  path: '/grading',
  run: async ({ input, req }) => {
    await requireGrader(req)

    return attemptsToRead({ ...input, req })
  },
})

/** GET /api/grading/:id: the answers of one attempt that wait, with what is asked of them; 409 attemptGraded once it is graded. */
export const gradingOf = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/grading/:id',
  run: async ({ input: { id }, req }) => {
    await requireGraderOf(req, 'quiz_attempts', id)

    return found(attemptToGrade({ id, req }))
  },
})

const mark = z.object({
  comment: z
    .string()
    .trim()
    .max(5000)
    .transform((text) => text || null)
    .nullable()
    .default(null),
  points: z.number().min(0).max(100).multipleOf(0.01),
})

/**
 * POST /api/grading/:id `{ marks: { question: { points, comment? } } }`: points for every answer that waits. Answers
 * what the attempt is worth; 409 attemptGraded where somebody was first, 422 marksIncomplete.
 */
export const giveMarks = endpoint({
  input: z.object({ id: z.uuid(), marks: z.record(z.string().max(64), mark) }),
  path: '/grading/:id',
  run: async ({ input, req, tenant }) => {
    await requireGraderOf(req, 'quiz_attempts', input.id)

    return found(markAttempt({ ...input, by: String(req.user.id), req, tenant }))
  },
})

/**
 * GET /api/grading/:id/marks: a graded attempt with the marks it has: `{ id, answers, changes, version, score, maxScore, percent,
 * passed, passMark }`; each answer has its mark as `given`. 422 marksIncomplete while it waits to be graded.
 */
export const marksOf = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/grading/:id/marks',
  run: async ({ input: { id }, req }) => {
    await requireGraderOf(req, 'quiz_attempts', id)

    return found(markedAttempt({ id, req }))
  },
})

/**
 * POST /api/grading/:id/marks `{ marks: { question: { points, comment? } }, reason, version }`: other marks in place of those that
 * `version` names, with a reason that the learner reads. Answers what the attempt is worth; 409 marksChanged where
 * somebody changed them meanwhile, 422 marksIncomplete for what was not marked yet.
 */
export const changeMarks = endpoint({
  input: z.object({
    id: z.uuid(),
    marks: z.record(z.string().max(64), mark),
    reason: z.string().trim().min(1).max(1000),
    version: z.string().max(64),
  }),
  path: '/grading/:id/marks',
  run: async ({ input, req, tenant }) => {
    await requireGraderOf(req, 'quiz_attempts', input.id)

    return found(remarkAttempt({ ...input, by: String(req.user.id), req, tenant }))
  },
})
