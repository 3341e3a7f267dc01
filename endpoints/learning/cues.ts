import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import { MOST_ESSAY } from '@/domain/learning/questions/typed'
import { askerOf } from '@/operations/learning/asker'
import { answerCue, filmQuestions } from '@/operations/learning/filmCues'

import { endpoint } from '../support/endpoint'
import { found } from './answers'

const text = z
  .string()
  .max(MOST_ESSAY)
  .refine((given) => given.isWellFormed(), 'Not a text.')

const asking = (req: PayloadRequest & { user: { id: string } }) => ({
  ...askerOf(req),
  learner: String(req.user.id),
})

/**
 * GET /api/learn/cues/:lesson: the questions inside a film, without their key: `{ cues: [{ id, at, isBlocking, question, answered }],
 * isKept, pictures }`. `answered` is null, or `{ answer, review, to }`. 404 where the film asks nothing.
 */
export const cuesOfFilm = endpoint({
  input: z.object({ lesson: z.uuid() }),
  method: 'get',
  path: '/learn/cues/:lesson',
  run: ({ input: { lesson }, req }) => found(filmQuestions({ asker: asking(req), lesson, req })),
})

/**
 * POST /api/learn/cues/:lesson/:cue `{ answer }`: marks an answer. Answers `{ answer, review, to, isKept, completed }`; the first answer
 * counts, a later one is marked and not kept. 422 answerMissing or answerUnknown.
 */
export const answerOfCue = endpoint({
  input: z.object({
    answer: z.union([text.transform((one) => [one]), z.array(text).max(50)]),
    cue: z.string().min(1).max(64),
    lesson: z.uuid(),
  }),
  path: '/learn/cues/:lesson/:cue',
  run: ({ input, req, tenant }) => found(answerCue({ ...input, asker: asking(req), req, tenant })),
})
