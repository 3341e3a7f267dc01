import { z } from 'zod'

import { MOST_ATTEMPTS, MOST_FACTOR, MOST_MINUTES } from '@/domain/learning/allowances'
import { idOf } from '@/domain/ids'
import { allowMore } from '@/operations/learning/allowances'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

const MOST = 500

/**
 * POST /api/enrollments/allowances `{ enrollments, quiz?, factor?, minutes?, attempts?, reason }`: more time (`factor` from 1
 * to 5 times the minutes, then `minutes` more) and more attempts in a quiz, or in all quizzes of the courses; also for
 * attempts under way. What is given last counts, so 1, 0 and 0 take back. Answers `{ allowed }`, how many enrollments;
 * 404 for a quiz that the school does not have. For managers.
 */
export const moreInQuizzes = endpoint({
  input: z.object({
    attempts: z.int().min(0).max(MOST_ATTEMPTS).default(0),
    enrollments: z.array(z.uuid()).min(1).max(MOST),
    factor: z.number().min(1).max(MOST_FACTOR).multipleOf(0.05).default(1),
    minutes: z.int().min(0).max(MOST_MINUTES).default(0),
    quiz: z.uuid().nullish(),
    reason: z.string().trim().min(1).max(1000),
  }),
  path: '/enrollments/allowances',
  run: async ({ input: { quiz = null, ...given }, req, tenant }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const { id, tenant: home } = req.user
    const by = home && idOf(home) === tenant ? String(id) : null
    const allowed = await allowMore({ ...given, by, quiz, req, tenant })
    if (allowed === null) {
      throw new NotHere()
    }

    return { allowed }
  },
})
