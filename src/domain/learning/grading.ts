import { RuleError } from '../errors'

/** A question as its quiz keeps it: with the key. */
export type Question = {
  answers: readonly { id: string; isRight?: boolean | null; text: string }[]
  blockType: 'multipleChoice' | 'singleChoice'
  explanation?: null | string
  id: string
  points: number
  prompt: string
}

/** A question as a learner sees it: without the key and without what explains it. */
export type OpenQuestion = {
  answers: { id: string; text: string }[]
  id: string
  kind: Question['blockType']
  points: number
  prompt: string
}

/** Chosen answers by question, each list without repeats. */
export type Chosen = Readonly<Record<string, readonly string[]>>

export type Grade = {
  maxScore: number
  passed: boolean
  percent: number
  results: { explanation: null | string; question: string; right: boolean }[]
  score: number
}

/** A question without anything that gives its answer away. */
export const withoutKey = ({ id, answers, blockType, points, prompt }: Question): OpenQuestion => ({
  id,
  answers: answers.map(({ id: answer, text }) => ({ id: answer, text })),
  kind: blockType,
  points,
  prompt,
})

/** Refuses choices that name a question or an answer the attempt does not have: answerUnknown. */
export const checkChosen = (questions: readonly Question[], chosen: Chosen): void => {
  for (const [id, answers] of Object.entries(chosen)) {
    const question = questions.find((one) => one.id === id)
    const known = new Set(question?.answers.map((answer) => answer.id))
    if (!question || !answers.every((answer) => known.has(answer))) {
      throw new RuleError('answerUnknown', { question: id })
    }
  }
}

/** All or nothing: right when exactly the right answers are chosen, and no other. */
const isRight = ({ answers }: Question, chosen: readonly string[]): boolean => {
  const right = answers.filter((answer) => answer.isRight).map(({ id }) => id)
  const picked = new Set(chosen)

  return right.length > 0 && picked.size === right.length && right.every((id) => picked.has(id))
}

/**
 * Grades an attempt: points of the questions answered rightly over all points, as a percentage
 * rounded down. Passed means at least `passMark` per cent, compared before rounding.
 */
export const gradeAttempt = ({
  chosen,
  passMark,
  questions,
}: {
  chosen: Chosen
  passMark: number
  questions: readonly Question[]
}): Grade => {
  const graded = questions.map((question) => ({
    question,
    right: isRight(question, Object.hasOwn(chosen, question.id) ? (chosen[question.id] ?? []) : []),
  }))
  const maxScore = questions.reduce((sum, { points }) => sum + points, 0)
  const score = graded.reduce((sum, { question, right }) => sum + (right ? question.points : 0), 0)

  return {
    maxScore,
    passed: maxScore > 0 && score * 100 >= passMark * maxScore,
    percent: maxScore > 0 ? Math.floor((score * 100) / maxScore) : 0,
    results: graded.map(({ question, right }) => ({
      explanation: question.explanation ?? null,
      question: question.id,
      right,
    })),
    score,
  }
}
