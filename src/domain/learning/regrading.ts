import type { Chosen, Grade, Marks, Question } from './grading'

import { gradeAttempt } from './grading'
import { ruleOf } from './questions/rules'

/** What an attempt was worth: points, of how many, in per cent rounded down, and whether that is a pass. */
export type Result = Pick<Grade, 'maxScore' | 'passed' | 'percent' | 'score'>

/** A question as it stood, with the key that its quiz gives it now. */
const corrected = (stood: Question, present: Question | undefined): Question => {
  const right =
    present?.blockType === stood.blockType ? ruleOf(stood).corrected(stood, present) : null

  return right && present
    ? {
        ...right,
        explanation: present.explanation ?? null,
        partial: present.partial,
        points: present.points,
      }
    : stood
}

const keyOf = (question: Question): string => {
  const { explanation, partial, points } = question

  return JSON.stringify([
    ruleOf(question).key(question),
    points,
    explanation ?? null,
    Boolean(partial),
  ])
}

const isSameKey = (one: Question, other: Question): boolean => keyOf(one) === keyOf(other)

/**
 * The questions of an attempt under the key that the quiz has now: which answers are right, the
 * points, shares and what is said about them. What the learner was shown stays as it was: its texts, its order and
 * every id. Questions added since are not asked afterwards; one that was removed, that became of
 * another kind, or of whose right answers none was shown is another question now and keeps its old
 * key. An answer removed since is right no more. Null where nothing differs.
 */
export const withPresentKey = ({
  present,
  questions,
}: {
  present: readonly Question[]
  questions: readonly Question[]
}): null | Question[] => {
  const corrections = questions.map((stood) =>
    corrected(
      stood,
      present.find(({ id }) => id === stood.id),
    ),
  )
  const differs = questions.some((stood, n) => !isSameKey(stood, corrections[n] ?? stood))

  return differs ? corrections : null
}

/**
 * Grades a closed attempt anew by its corrected questions and the pass mark of its own day. The
 * points become what they should have been; a pass once given stays, since no learner loses what was
 * achieved through a mistake in the key.
 */
export const regradeAttempt = ({
  before,
  chosen,
  marks = {},
  passMark,
  questions,
}: {
  before: Result
  chosen: Chosen
  marks?: Marks
  passMark: number
  questions: readonly Question[]
}): Result => {
  const { maxScore, passed, percent, score } = gradeAttempt({ chosen, marks, passMark, questions })

  return { maxScore, passed: before.passed || passed, percent, score }
}
