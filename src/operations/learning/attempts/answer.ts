import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Chosen, ReviewedGrade } from '@/domain/learning/grading'

import { inTransaction, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { checkChosen } from '@/domain/learning/grading'

import type { Answered, Attempt } from './attempt'

import { whileActive } from '../activity'
import { answeredAt, chosenIn, holdAttempt, isLate, requireOpen } from './attempt'
import { closeAttempt, closeOverdue } from './close'
import { reviewInReadersWords } from './inWords'

type Given = {
  chosen: Chosen
  id: string
  learner: string
  now?: Date
  req: PayloadRequest
  tenant: string
}

type Work<T> = (args: { answers: Answered; attempt: Attempt }) => Promise<T>

/**
 * Does `work` on a learner's attempt while it is open, with the given answers laid over the kept
 * ones. One whose time is over is graded on what was kept, which is committed before attemptTooLate
 * is thrown: so this must not run inside another transaction.
 */
const whileOpen = async <T>(
  { id, chosen, learner, now, req, tenant }: Required<Given>,
  work: Work<T>,
): Promise<null | T> => {
  const outcome = await inTransaction(req, async () => {
    const attempt = await holdAttempt({ id, learner, req })
    if (!attempt) {
      return { done: null }
    }
    await requireOpen(attempt, req)
    if (isLate(attempt, now)) {
      await closeOverdue({ attempt, req, tenant })

      return 'late'
    }
    const read = checkChosen(attempt.questions, chosen)

    return {
      done: await work({ answers: { ...attempt.answers, ...answeredAt(read, now) }, attempt }),
    }
  })
  if (outcome === 'late') {
    throw new RuleError('attemptTooLate')
  }

  return outcome.done
}

/**
 * Keeps answers of an attempt under way, each question's over what it had. Null where the learner has
 * no such attempt; throws attemptClosed, attemptTooLate, answerUnknown, lessonLocked.
 */
export const saveAnswers = ({
  now = new Date(),
  ...given
}: Given): Promise<null | { answers: Chosen }> =>
  whileOpen({ ...given, now }, async ({ answers, attempt }) => {
    await rows(
      given.req,
      whileActive(
        attempt.enrollment,
        sql`update quiz_attempts set answers = ${JSON.stringify(answers)}::jsonb, updated_at = now() where id = ${attempt.id}`,
      ),
    )

    return { answers: chosenIn(answers) }
  })

/** Hands an attempt in, with any last answers, and grades it; refusals as for `saveAnswers`. */
export const submitAttempt = ({
  now = new Date(),
  ...given
}: Given): Promise<null | ReviewedGrade> =>
  whileOpen({ ...given, now }, async ({ answers, attempt }) => {
    const { req, tenant } = given
    const grade = await closeAttempt({ answers, at: now, attempt, req, tenant })

    return reviewInReadersWords({ answers, attempt, grade, now, req })
  })
