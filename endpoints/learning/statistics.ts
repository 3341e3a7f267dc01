import { z } from 'zod'

import { statisticsTable } from '@/domain/learning/statisticsTable'
import { quizStatistics } from '@/operations/learning/itemStatistics'

import type { SignedIn } from '../support/endpoint'

import { requireReadable } from '../support/editable'
import { endpoint } from '../support/endpoint'

const input = z.object({ id: z.uuid() })

const read = async (req: SignedIn, quiz: string, tenant: string) => {
  await requireReadable({ id: quiz, collection: 'quizzes', req, tenant })

  return quizStatistics({ quiz, req })
}

/**
 * GET /api/quizzes/:id/statistics: `{ attempts, countedAt, results: { mean, passed, tenths }, items }`: how each question
 * did in each version, see `figuresOf`. Shares are 0 to 1. For whoever may read the quiz with its key: authors, and
 * the teams of the courses that ask it.
 */
export const statistics = endpoint({
  input,
  method: 'get',
  path: '/quizzes/:id/statistics',
  run: ({ input: { id }, req, tenant }) => read(req, id, tenant),
})

/** GET /api/quizzes/:id/statistics.csv: the same, a question in each line and its answers after it; UTF-8 with a mark. */
export const statisticsFile = endpoint({
  input,
  method: 'get',
  path: '/quizzes/:id/statistics.csv',
  run: async ({ input: { id }, req, tenant }) =>
    new Response(statisticsTable((await read(req, id, tenant)).items), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="statistics-${id}.csv"`,
        'Content-Type': 'text/csv; charset=utf-8',
      },
    }),
})
