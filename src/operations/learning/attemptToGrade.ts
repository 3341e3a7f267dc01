import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { EssayQuestion } from '@/domain/learning/questions/types'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { gradeAttempt } from '@/domain/learning/grading'

import type { Attempt } from './attempts/attempt'

import { ATTEMPT, chosenIn } from './attempts/attempt'

/** One answer to be read, with what its author asks of it. */
export type AnswerToRead = {
  answer: string
  guide: null | string
  points: number
  prompt: string
  question: string
}

/** An attempt as its grader reads it. */
export type AttemptToGrade = {
  answers: AnswerToRead[]
  id: string
  /** Points of what was graded already, and of all. */
  maxScore: number
  passMark: number
  quiz: string
  score: number
}

const isEssay = (question: { blockType: string }): question is EssayQuestion =>
  question.blockType === 'essay'

/** The answers of an attempt that only a person can grade, be they graded or not. */
export const readAnswers = (attempt: Attempt): AnswerToRead[] => {
  const chosen = chosenIn(attempt.answers)

  return attempt.questions.flatMap((question) =>
    isEssay(question)
      ? [
          {
            answer: chosen[question.id]?.[0] ?? '',
            guide: question.guide ?? null,
            points: question.points,
            prompt: question.prompt,
            question: question.id,
          },
        ]
      : [],
  )
}

/** The answers of an attempt that wait for a grader. */
export const answersToRead = (attempt: Attempt): AnswerToRead[] => {
  const { results } = gradeAttempt({ ...attempt, chosen: chosenIn(attempt.answers) })
  const waiting = new Set(results.flatMap(({ question, waits }) => (waits ? question : [])))

  return readAnswers(attempt).filter(({ question }) => waiting.has(question))
}

/** An attempt that waits, for its grader; null where there is none. Throws attemptGraded where it waits no more. */
export const attemptToGrade = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<AttemptToGrade | null> => {
  const attempt = await row<Attempt>(req, sql`${ATTEMPT} where a.id = ${id}`)
  if (!attempt) {
    return null
  }
  if (!attempt.waits) {
    throw new RuleError('attemptGraded')
  }
  const { maxScore, score } = gradeAttempt({ ...attempt, chosen: chosenIn(attempt.answers) })

  return {
    id,
    answers: answersToRead(attempt),
    maxScore,
    passMark: attempt.passMark,
    quiz: attempt.quiz,
    score,
  }
}
