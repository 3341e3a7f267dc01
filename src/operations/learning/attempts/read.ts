import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OpenAttempt } from '@/domain/learning/attempts'
import type { ReviewedGrade } from '@/domain/learning/grading'
import type { Result } from '@/domain/learning/regrading'

import { row } from '@/database/transaction'
import { gradeAttempt } from '@/domain/learning/grading'

import type { Attempt } from './attempt'

import { ATTEMPT, chosenIn, requireEnrolled } from './attempt'
import { attemptInReadersWords, reviewInReadersWords } from './inWords'

type Read = { attempt: OpenAttempt; grade: null | ReviewedGrade; submittedAt: null | string }

/**
 * An attempt of a learner's own, with what became of it once it is handed in. Null where there is no such attempt;
 * throws accessEnded and lessonLocked where the lesson is not theirs any more.
 */
export const readAttempt = async ({
  id,
  learner,
  now = new Date(),
  req,
}: {
  id: string
  learner: string
  now?: Date
  req: PayloadRequest
}): Promise<null | Read> => {
  const attempt = await row<Attempt>(
    req,
    sql`${ATTEMPT} where a.id = ${id} and a.learner_id = ${learner}`,
  )
  if (!attempt) {
    return null
  }
  await requireEnrolled(attempt, req)
  const { submittedAt } = attempt

  return {
    attempt: await attemptInReadersWords(req, attempt),
    grade: submittedAt ? await gradeOf({ attempt, now, req }) : null,
    submittedAt,
  }
}

/** What a closed attempt is worth by its record, with each of its questions. */
const gradeOf = async ({
  attempt,
  ...given
}: {
  attempt: Attempt
  now: Date
  req: PayloadRequest
}): Promise<ReviewedGrade> => {
  const { id, answers, marks, passMark, questions } = attempt
  const { results, waits } = gradeAttempt({
    chosen: chosenIn(answers),
    marks,
    passMark,
    questions,
  })
  const kept = await row<Result>(
    given.req,
    sql`select score::float8 as score, max_score::float8 as "maxScore", percent::float8 as percent,
          coalesce(passed, false) as passed from quiz_attempts where id = ${id}`,
  )
  if (!kept) {
    throw new Error('An attempt vanished while it was read.')
  }

  return reviewInReadersWords({ ...given, answers, attempt, grade: { ...kept, results, waits } })
}
