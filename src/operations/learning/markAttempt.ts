import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Mark } from '@/domain/learning/grading'
import type { Result } from '@/domain/learning/regrading'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { gradeAttempt } from '@/domain/learning/grading'
import { announce } from '@hooks/events/announce'

import type { Attempt } from './attempts/attempt'

import { ATTEMPT, chosenIn } from './attempts/attempt'
import { completeLesson } from './complete'
import { answersToRead } from './attemptToGrade'

type Given = {
  by: string
  id: string
  marks: Readonly<Record<string, Pick<Mark, 'comment' | 'points'>>>
  now?: Date
  req: PayloadRequest
  tenant: string
}

/**
 * Gives points and comments for every answer of an attempt that waits, once: of two graders the second is told
 * attemptGraded, and changes nothing. Passing completes the lesson. Null where there is no such attempt; throws
 * marksIncomplete where an answer is left out, is none that waits, or gets more points than it is worth. Runs in
 * the caller's transaction.
 */
export const markAttempt = async ({
  id,
  by,
  marks,
  now = new Date(),
  req,
  tenant,
}: Given): Promise<null | Result> => {
  const attempt = await row<Attempt>(req, sql`${ATTEMPT} where a.id = ${id} for no key update of a`)
  if (!attempt) {
    return null
  }
  if (!attempt.waits) {
    throw new RuleError('attemptGraded')
  }
  checkMarks(attempt, marks)
  const given = Object.fromEntries(
    Object.entries(marks).map(([question, mark]): [string, Mark] => [
      question,
      { ...mark, at: now.toISOString(), by },
    ]),
  )
  const all = { ...attempt.marks, ...given }
  const grade = gradeAttempt({ ...attempt, chosen: chosenIn(attempt.answers), marks: all })
  const passed = attempt.hasPassed || grade.passed
  const written = await row(
    req,
    sql`update quiz_attempts set marks = ${JSON.stringify(all)}::jsonb, waits = ${grade.waits}, marked_at = ${now.toISOString()}, score = ${grade.score},
          percent = ${grade.percent}, passed = ${passed}, updated_at = now()
        where id = ${id} and waits returning id`,
  )
  if (!written) {
    throw new RuleError('attemptGraded')
  }
  await announce({ data: { attempt: id }, fact: 'attempt.graded', req, tenant })
  await announce({ data: { attempt: id }, fact: 'attempt.marked', req, tenant })
  if (passed && !attempt.inFilm) {
    await completeLesson({ req, seat: attempt, tenant })
  }

  return { maxScore: grade.maxScore, passed, percent: grade.percent, score: grade.score }
}

/** Every answer that waits gets its points, and nothing else does. */
const checkMarks = (attempt: Attempt, marks: Given['marks']): void => {
  const waiting = answersToRead(attempt)
  const isWhole =
    Object.keys(marks).length === waiting.length &&
    waiting.every(({ points, question }) => {
      const mark = Object.hasOwn(marks, question) ? marks[question] : undefined

      return mark !== undefined && mark.points >= 0 && mark.points <= points
    })
  if (!isWhole) {
    throw new RuleError('marksIncomplete')
  }
}
