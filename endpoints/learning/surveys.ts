import { z } from 'zod'

import { surveyTable } from '@/domain/learning/surveys/table'
import { surveyResults } from '@/operations/learning/surveyResults'
import { submitSurvey } from '@/operations/learning/surveys/submit'

import type { SignedIn } from '../support/endpoint'

import { requireEditable } from '../support/editable'
import { endpoint } from '../support/endpoint'
import { found } from './answers'

const lesson = z.uuid()

const answer = z.union([
  z.number(),
  z.string().max(5000),
  z.array(z.string().max(100)).max(20),
  z.null(),
])

/**
 * POST /api/surveys/:lesson `{ answers, isAnonymous }`: keeps the caller's answers, by the ids of questions: a step, the id of
 * an option or several, or a text. Completes the lesson: `{ completed, percent }`, a second time as well, when
 * nothing more is kept. `isAnonymous` is what the caller was told. 409 surveyChanged; 422 answerUnknown and surveyIncomplete
 * with `question`.
 */
export const answerSurvey = endpoint({
  input: z.object({
    answers: z.record(z.string().max(100), answer),
    isAnonymous: z.boolean(),
    lesson,
  }),
  path: '/surveys/:lesson',
  run: ({ input, req, tenant }) =>
    found(submitSurvey({ ...input, learner: String(req.user.id), req, tenant })),
})

const read = async (req: SignedIn, id: string, tenant: string) => {
  await requireEditable({ id, collection: 'lessons', req, tenant })

  return found(surveyResults({ lesson: id, req }))
}

/**
 * GET /api/surveys/:lesson/results: `{ title, isAnonymous, isHeldBack, total, questions: [{ id, kind, prompt, answered, mean,
 * nps, tallies: [{ id, text, count, share }], texts }], replies }`, for whoever may change the lesson. Of an anonymous
 * survey nobody is named, and nothing is told before three have answered.
 */
export const surveyOutcome = endpoint({
  input: z.object({ lesson }),
  method: 'get',
  path: '/surveys/:lesson/results',
  run: ({ input, req, tenant }) => read(req, input.lesson, tenant),
})

/** GET /api/surveys/:lesson/results.csv: the same answers, a learner in each line; UTF-8 with a mark. */
export const surveyFile = endpoint({
  input: z.object({ lesson }),
  method: 'get',
  path: '/surveys/:lesson/results.csv',
  run: async ({ input, req, tenant }) =>
    new Response(surveyTable(await read(req, input.lesson, tenant)), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="survey-${input.lesson}.csv"`,
        'Content-Type': 'text/csv; charset=utf-8',
      },
    }),
})
