import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OpenAttempt } from '@/domain/learning/attempts'
import type { ReviewedGrade } from '@/domain/learning/grading'
import type { MarkChange } from '@/domain/learning/remarking'

import { row } from '@/database/transaction'
import { gradeAttempt } from '@/domain/learning/grading'

import type { Attempt } from './attempt'

import { ATTEMPT, chosenIn, requireEnrolled } from './attempt'
import { changesOf } from '../markedAttempt'
import { attemptInReadersWords, reviewInReadersWords } from './inWords'

type Read = {
  attempt: OpenAttempt
  /** What graders changed of its marks, the newest first, without who they are. */
  changes: Omit<MarkChange, 'by'>[]
  grade: null | ReviewedGrade
  submittedAt: null | string
}

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
    sql`${ATTEMPT} where a.id = ${id} and a.learner_id = ${learner} and a.in_film is not true`,
  )
  if (!attempt) {
    return null
  }
  await requireEnrolled(attempt, req)
  const { submittedAt } = attempt

  return {
    attempt: await attemptInReadersWords(req, attempt),
    changes: submittedAt ? (await changesOf(id, req)).map(withoutGrader) : [],
    grade: submittedAt ? await gradeOf({ attempt, now, req }) : null,
    submittedAt,
  }
}

const withoutGrader = ({ after, at, before, reason }: MarkChange): Omit<MarkChange, 'by'> => ({
  after,
  at,
  before,
  reason,
})

/** What a closed attempt is worth by its record, with each of its questions. */
const gradeOf = ({
  attempt,
  ...given
}: {
  attempt: Attempt
  now: Date
  req: PayloadRequest
}): Promise<ReviewedGrade> => {
  const { answers, marks, passMark, questions } = attempt
  const { results, waits } = gradeAttempt({
    chosen: chosenIn(answers),
    marks,
    passMark,
    questions,
  })
  return reviewInReadersWords({
    ...given,
    answers,
    attempt,
    grade: { ...attempt.result, results, waits },
  })
}
