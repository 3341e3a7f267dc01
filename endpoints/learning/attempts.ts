import { z } from 'zod'

import { MOST_ESSAY } from '@/domain/learning/questions/typed'
import { saveAnswers, submitAttempt } from '@/operations/learning/attempts/answer'
import { readAttempt } from '@/operations/learning/attempts/read'
import { startAttempt } from '@/operations/learning/attempts/start'

import { endpoint } from '../support/endpoint'
import { found } from './answers'

const id = z.string().min(1).max(64)

/** What one answer may say: text that the database can keep. */
const given = z
  .string()
  .max(MOST_ESSAY)
  .refine((text) => text.isWellFormed(), 'Not a text.')

/** Answers by question: a text or a list of them, as the question's kind has it. */
const answers = z
  .record(id, z.union([given.transform((one) => [one]), z.array(given).max(50)]))
  .refine((given) => Object.keys(given).length <= 500, 'Too many questions.')

/**
 * POST /api/attempts `{ quiz, lesson? }`: the attempt under way, or a new one, with its questions and
 * without their key. 403 lessonLocked, 422 attemptLimitReached or quizEmpty.
 */
export const start = endpoint({
  input: z.object({ lesson: z.uuid().optional(), quiz: z.uuid() }),
  path: '/attempts',
  run: ({ input, req, tenant }) =>
    found(startAttempt({ ...input, learner: String(req.user.id), req, tenant })),
  status: 201,
  transaction: false,
})

/**
 * GET /api/attempts/:id: an attempt of the caller's own: `{ attempt, grade, submittedAt }`, with its questions as
 * above; `grade` is null while it is under way, and else as `submit` answers it, with a `key` for each question
 * whose right answer the quiz shows by now.
 */
export const read = endpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/attempts/:id',
  run: ({ input, req }) => found(readAttempt({ id: input.id, learner: String(req.user.id), req })),
})

/**
 * PATCH /api/attempts/:id `{ answers: { question: answer | [answer] } }`: keeps answers of an attempt
 * under way. 409 attemptClosed, 422 attemptTooLate or answerUnknown.
 */
export const save = endpoint({
  input: z.object({ id: z.uuid(), answers }),
  method: 'patch',
  path: '/attempts/:id',
  run: ({ input: { id: attempt, answers: chosen }, req, tenant }) =>
    found(saveAnswers({ id: attempt, chosen, learner: String(req.user.id), req, tenant })),
  transaction: false,
})

/**
 * POST /api/attempts/:id/submit `{ answers? }`: hands in and grades. Answers
 * `{ score, maxScore, percent, passed, results: [{ question, right, points, explanation, feedback, key }] }`;
 * refusals as above.
 */
export const submit = endpoint({
  input: z.object({ id: z.uuid(), answers: answers.default({}) }),
  path: '/attempts/:id/submit',
  run: ({ input: { id: attempt, answers: chosen }, req, tenant }) =>
    found(submitAttempt({ id: attempt, chosen, learner: String(req.user.id), req, tenant })),
  transaction: false,
})
