import { z } from 'zod'

import { markAttempt } from '@/operations/learning/markAttempt'
import { waitingAttempts } from '@/operations/learning/gradingQueue'
import { attemptToGrade } from '@/operations/learning/attemptToGrade'

import { endpoint } from '../support/endpoint'
import { found } from './answers'
import { requireGrader } from './graders'

/**
 * GET /api/grading `?course&after`: attempts with answers that somebody must read, the longest waiting first:
 * `{ attempts, courses, next }`, a page from the cursor `after` on, which the page before has as `next`.
 */
export const gradingQueue = endpoint({
  input: z.object({ after: z.string().max(100).optional(), course: z.uuid().optional() }),
  method: 'get',
  path: '/grading',
  run: async ({ input, req }) => {
    await requireGrader(req)

    return waitingAttempts({ ...input, req })
  },
})

/** GET /api/grading/:id: the answers of one attempt that wait, with what is asked of them; 409 attemptGraded once it is graded. */
export const gradingOf = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/grading/:id',
  run: async ({ input: { id }, req }) => {
    await requireGrader(req)

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
    await requireGrader(req)

    return found(markAttempt({ ...input, by: String(req.user.id), req, tenant }))
  },
})
