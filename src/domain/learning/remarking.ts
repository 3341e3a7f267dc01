import type { Grade, Mark, Marks, Question } from './grading'
import type { Result } from './regrading'

import { RuleError } from '../errors'

/** A change of the marks of one attempt: what it was worth, what it is, and why. `at` is ISO 8601. */
export type MarkChange = {
  after: Result
  at: string
  before: Result
  /** Who changed it; null where they are gone. */
  by: null | string
  reason: string
}

/** What a grader gives instead. */
export type GivenMark = Pick<Mark, 'comment' | 'points'>

/** Marks before and after, of one question. */
export type Changed = { from: GivenMark; question: string; to: GivenMark }

const bare = ({ comment, points }: GivenMark): GivenMark => ({ comment, points })

/**
 * Which marks differ from those that stand. Throws marksIncomplete for an answer that nobody has marked yet, and for more
 * points than a question is worth.
 */
export const changedMarks = ({
  given,
  marks,
  questions,
}: {
  given: Readonly<Record<string, GivenMark>>
  marks: Marks
  questions: readonly Pick<Question, 'id' | 'points'>[]
}): Changed[] =>
  Object.entries(given).flatMap(([question, to]) => {
    const from = Object.hasOwn(marks, question) ? marks[question] : undefined
    const most = questions.find(({ id }) => id === question)?.points
    if (!from || most === undefined || to.points < 0 || to.points > most) {
      throw new RuleError('marksIncomplete')
    }

    return from.points === to.points && from.comment === to.comment
      ? []
      : [{ from: bare(from), question, to: bare(to) }]
  })

/**
 * What an attempt is worth under changed marks. A pass is taken back by fewer points alone: one that stood though the key was
 * corrected stays.
 */
export const remarked = (before: Result, grade: Grade): Result => {
  const { maxScore, passed, percent, score } = grade

  return { maxScore, passed: passed || (before.passed && score >= before.score), percent, score }
}
