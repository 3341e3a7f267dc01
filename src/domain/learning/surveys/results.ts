import type { Survey, SurveyQuestion } from '../../catalog/lessons/survey'

import type { SurveyAnswer } from './answers'

/** Of an anonymous survey nothing is shown before so many have answered: of fewer, everybody knows who they are. */
export const FEWEST_ANONYMOUS = 3

/** One possible answer: how many gave it, and which share of those who answered the question, 0 to 1. */
type Tally = { count: number; id: string; share: number; text: string }

export type QuestionResult = {
  /** How many answered it. */
  answered: number
  id: string
  kind: SurveyQuestion['kind']
  /** Mean of a scale; null for all else, and where nobody answered. */
  mean: null | number
  /** Net Promoter Score, −100 to 100: the share of nines and tens less that of zeros to sixes. */
  nps: null | number
  prompt: string
  tallies: Tally[]
  texts: string[]
}

const PROMOTER = 9
const DETRACTOR = 6

/** The Net Promoter Score of answers from 0 to 10, rounded; null of none. */
export const npsOf = (given: readonly number[]): null | number => {
  const promoters = given.filter((one) => one >= PROMOTER).length
  const detractors = given.filter((one) => one <= DETRACTOR).length

  return given.length === 0 ? null : Math.round(((promoters - detractors) / given.length) * 100) + 0
}

/** What can be answered, in its order; also what was chosen once and can be no more. */
const possible = (
  question: SurveyQuestion,
  answers: readonly SurveyAnswer[],
): { id: string; text: string }[] => {
  if (question.kind === 'nps' || question.kind === 'rating') {
    const { least, most } = question

    return Array.from({ length: most - least + 1 }, (_, step) => ({
      id: String(least + step),
      text: String(least + step),
    }))
  }
  if (question.kind === 'text') {
    return []
  }
  const gone = answers
    .flatMap(({ value }) => (Array.isArray(value) ? value : []))
    .filter(({ id }) => question.options.every((one) => one.id !== id))

  return [...question.options, ...new Map(gone.map((one) => [one.id, one])).values()]
}

const ids = ({ value }: SurveyAnswer): string[] =>
  Array.isArray(value) ? value.map(({ id }) => id) : [String(value)]

const resultOf = (question: SurveyQuestion, all: readonly SurveyAnswer[]): QuestionResult => {
  const { id, kind, prompt } = question
  const answers = all.filter((one) => one.question === id && one.kind === kind)
  const numbers = answers.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  const answered = answers.length

  return {
    id,
    answered,
    kind,
    mean: numbers.length > 0 ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : null,
    nps: kind === 'nps' ? npsOf(numbers) : null,
    prompt,
    tallies: possible(question, answers).map((one) => {
      const count = answers.filter((answer) => ids(answer).includes(one.id)).length

      return { ...one, count, share: answered > 0 ? count / answered : 0 }
    }),
    texts: answers.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  }
}

/** What came of a survey, question by question. */
export const resultsOf = (
  { questions }: Survey,
  given: readonly (readonly SurveyAnswer[])[],
): QuestionResult[] => {
  const all = given.flat()

  return questions.map((question) => resultOf(question, all))
}
