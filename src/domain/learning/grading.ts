import type { Answer, Chosen, OpenQuestion, Question } from './questions/types'

import { RuleError } from '../errors'
import { ruleOf } from './questions/rules'

export { withoutKey } from './questions/rules'
export type { Answer, Chosen, OpenQuestion, Question }

/** What became of one question: what it earned so far, whether it is wholly right, and whether somebody is still to read it. */
type Result = { points: number; question: string; right: boolean; waits: boolean }

/** What a grader gave for one answer; `at` in ISO 8601, `by` an account. */
export type Mark = { at: string; by: string; comment: null | string; points: number }

/** Marks by question. */
export type Marks = Readonly<Record<string, Mark>>

export type Grade = {
  maxScore: number
  passed: boolean
  percent: number
  results: Result[]
  score: number
  /** Whether a grader is still to read something. */
  waits: boolean
}

/** What a learner reads about one question afterwards; `key` is the right answer, where it may be seen. */
export type Review = Result & {
  /** Of whoever graded it. */
  comment: null | string
  explanation: null | string
  feedback: string[]
  key: Answer | null
}

/** A grade as its learner sees it. */
export type ReviewedGrade = Omit<Grade, 'results'> & { results: Review[] }

const answerTo = (chosen: Chosen, { id }: Question): Answer =>
  Object.hasOwn(chosen, id) ? (chosen[id] ?? []) : []

/** Answers in their normal form. Refuses what names a question or an answer the attempt does not have: answerUnknown. */
export const checkChosen = (questions: readonly Question[], chosen: Chosen): Chosen =>
  Object.fromEntries(
    Object.entries(chosen).map(([id, answer]) => {
      const question = questions.find((one) => one.id === id)
      const read = question && ruleOf(question).read(question, answer)
      if (!read) {
        throw new RuleError('answerUnknown', { question: id })
      }

      return [id, read]
    }),
  )

/** What arithmetic on binary fractions may lose. */
const ROUNDING = 1e-9

/** To hundredths, as points are kept. */
const rounded = (points: number): number => Math.round(points * 100) / 100

const markIn = (marks: Marks, { id }: Question): Mark | null =>
  Object.hasOwn(marks, id) ? (marks[id] ?? null) : null

const resultOf = (question: Question, answer: Answer, mark: Mark | null): Result => {
  const share = ruleOf(question).share(question, answer)
  if (share === null) {
    const points = Math.min(mark?.points ?? 0, question.points)

    return { points, question: question.id, right: points === question.points, waits: !mark }
  }
  const isRight = share === 1

  return {
    points: isRight || question.partial ? rounded(question.points * share) : 0,
    question: question.id,
    right: isRight,
    waits: false,
  }
}

/**
 * Grades an attempt: a question earns its points when its answer is right; one that gives a share earns the share
 * of its kind (see `./questions`), to hundredths; one that somebody must read earns what `marks` say, and nothing
 * before. The percentage is of all points, rounded down. Passed means at
 * least `passMark` per cent, compared before rounding.
 */
export const gradeAttempt = ({
  chosen,
  marks = {},
  passMark,
  questions,
}: {
  chosen: Chosen
  marks?: Marks
  passMark: number
  questions: readonly Question[]
}): Grade => {
  const results = questions.map((question) =>
    resultOf(question, answerTo(chosen, question), markIn(marks, question)),
  )
  const maxScore = questions.reduce((sum, { points }) => sum + points, 0)
  const score = rounded(results.reduce((sum, { points }) => sum + points, 0))

  return {
    maxScore,
    passed: maxScore > 0 && score * 100 + ROUNDING >= passMark * maxScore,
    percent: maxScore > 0 ? Math.floor((score * 100) / maxScore + ROUNDING) : 0,
    results,
    score,
    waits: results.some(({ waits }) => waits),
  }
}

/**
 * A grade with what is said about each question in the words of `said`, the same questions in the reader's
 * language, and with the right answers where they may be seen.
 */
export const reviewed = ({
  chosen,
  grade,
  marks = {},
  questions,
  said,
  showsKey,
}: {
  chosen: Chosen
  grade: Grade
  marks?: Marks
  questions: readonly Question[]
  said: readonly Question[]
  showsKey: boolean
}): ReviewedGrade => ({
  ...grade,
  results: questions.map((question, at) => {
    const words = said[at] ?? question
    const result = grade.results[at] ?? resultOf(question, [], null)

    return {
      ...result,
      comment: markIn(marks, question)?.comment ?? null,
      explanation: words.explanation ?? null,
      feedback: ruleOf(words).feedback?.(words, answerTo(chosen, question)) ?? [],
      key: showsKey ? ruleOf(question).right(question) : null,
    }
  }),
})
