import { z } from 'zod'

import { sayCompleted } from '@/operations/learning/complete'
import { recordRead } from '@/operations/learning/readText'
import { recordWatched } from '@/operations/learning/watched'

import { callerEndpoint, endpoint } from '../support/endpoint'
import { found } from './answers'

/** A week: longer than any video, short enough to stay exact. */
const second = z.number().min(0).max(604_800)

/**
 * POST /api/progress/watched `{ lesson, spans: [[from, to]], position, at? }`, in seconds, or in pages
 * where the lesson has pages: the player tells what was seen since it last told, also by sendBeacon. `at` is when that was, in ms of the
 * server's clock; a late report adds its spans and moves no position. Answers
 * `{ share, completed, position, percent }`.
 */
export const watched = callerEndpoint({
  input: z.object({
    at: z.int().min(0).optional(),
    lesson: z.uuid(),
    position: second,
    spans: z.array(z.tuple([second, second])).max(200),
  }),
  path: '/progress/watched',
  run: ({ caller, input: { lesson, ...report }, req, tenant }) =>
    found(recordWatched({ caller, lesson, report, req, tenant })),
  transaction: false,
})

/**
 * POST /api/progress/read `{ lesson, isAtEnd }`: a text was opened, or its end is in view. Answers
 * `{ completed, percent, wait }`: the end counts once `wait` seconds have passed, by the server's clock.
 */
export const textRead = endpoint({
  input: z.object({ isAtEnd: z.boolean(), lesson: z.uuid() }),
  path: '/progress/read',
  run: ({ input, req, tenant }) =>
    found(recordRead({ ...input, learner: String(req.user.id), req, tenant })),
})

/** POST /api/progress/completed `{ lesson }`: the learner says it is done. 422 notCompletable where another rule decides. */
export const completed = endpoint({
  input: z.object({ lesson: z.uuid() }),
  path: '/progress/completed',
  run: ({ input: { lesson }, req, tenant }) =>
    found(sayCompleted({ learner: String(req.user.id), lesson, req, tenant })),
})
