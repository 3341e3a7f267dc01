import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Grade } from '@/domain/learning/grading'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { gradeAttempt } from '@/domain/learning/grading'
import { announce } from '@hooks/events/announce'

import type { Answered, Attempt } from './attempt'

import { whileActive } from '../activity'
import { completeLesson } from '../complete'
import { chosenIn } from './attempt'

type Given = { answers: Answered; attempt: Attempt; at: Date; req: PayloadRequest; tenant: string }

/**
 * Grades an attempt and closes it as handed in at `at`, once: whoever comes second gets
 * attemptClosed. What somebody must read waits for its grader, and is graded when that is done. Passing completes the lesson. Runs in the caller's transaction.
 */
export const closeAttempt = async ({
  answers,
  at,
  attempt,
  req,
  tenant,
}: Given): Promise<Grade> => {
  const { id, passMark, questions } = attempt
  const grade = gradeAttempt({ chosen: chosenIn(answers), passMark, questions })
  const { maxScore, passed, percent, score, waits } = grade
  const closed = await row(
    req,
    whileActive(
      attempt.enrollment,
      sql`update quiz_attempts set answers = ${JSON.stringify(answers)}::jsonb, submitted_at = ${at.toISOString()},
            score = ${score}, max_score = ${maxScore}, percent = ${percent}, passed = ${passed}, waits = ${waits}, updated_at = now()
          where id = ${id} and submitted_at is null returning id`,
    ),
  )
  if (!closed) {
    throw new RuleError('attemptClosed')
  }
  const data = { attempt: id }
  await (waits
    ? announce({ data, fact: 'attempt.handedIn', req, tenant })
    : announce({ data, fact: 'attempt.graded', req, tenant }))
  if (passed) {
    await completeLesson({ req, seat: attempt, tenant })
  }

  return grade
}

/** Closes an attempt whose time is over: what was kept by then is graded, as handed in at its deadline. */
export const closeOverdue = async ({
  attempt,
  req,
  tenant,
}: Pick<Given, 'attempt' | 'req' | 'tenant'>): Promise<void> => {
  const { answers, deadlineAt } = attempt
  await closeAttempt({
    answers,
    at: deadlineAt ? new Date(deadlineAt) : new Date(),
    attempt,
    req,
    tenant,
  })
}
