import type { Chosen, Marks, Question } from './grading'

import { gradeAttempt } from './grading'

/** One answer of an attempt that was handed in and wholly graded. */
type Response = {
  /** Answers that can be counted one by one: ids of choices, `true` or `false`. */
  chosen: readonly string[]
  isAnswered: boolean
  /** What the other questions of the attempt earned, as a share of what they are worth; null where there are none. */
  rest: null | number
  /** What this one earned, as a share of what it is worth. */
  share: number
}

/**
 * Sums over the responses to a question, which add up over any parts of them: `x` is the share that the question
 * earned, `r` the share that the rest did, and the sums with `r` are over the `paired` responses that have a rest.
 */
export type Tally = {
  answered: number
  asked: number
  /** By answer: how often it was chosen, and the rests of those who chose it. */
  options: Readonly<Record<string, { chosen: number; r: number }>>
  paired: number
  pairedX: number
  r: number
  rr: number
  x: number
  xr: number
  xx: number
}

export const EMPTY: Tally = {
  answered: 0,
  asked: 0,
  options: {},
  paired: 0,
  pairedX: 0,
  r: 0,
  rr: 0,
  x: 0,
  xr: 0,
  xx: 0,
}

/** A tally with one response more. */
export const tallied = (tally: Tally, { chosen, isAnswered, rest, share }: Response): Tally => {
  const counted = {
    ...tally,
    answered: tally.answered + Number(isAnswered),
    asked: tally.asked + 1,
    x: tally.x + share,
  }
  if (rest === null) {
    return { ...counted, options: withOptions(tally, chosen, 0) }
  }

  return {
    ...counted,
    options: withOptions(tally, chosen, rest),
    paired: tally.paired + 1,
    pairedX: tally.pairedX + share,
    r: tally.r + rest,
    rr: tally.rr + rest * rest,
    xr: tally.xr + share * rest,
    xx: tally.xx + share * share,
  }
}

const withOptions = (
  { options }: Tally,
  chosen: readonly string[],
  rest: number,
): Tally['options'] =>
  chosen.reduce<Tally['options']>((made, id) => {
    const before = Object.hasOwn(made, id) ? made[id] : undefined

    return { ...made, [id]: { chosen: (before?.chosen ?? 0) + 1, r: (before?.r ?? 0) + rest } }
  }, options)

const COUNTED = ['multipleChoice', 'singleChoice', 'trueFalse']

/** The responses of an attempt, one for each of its questions, in their order. */
export const responsesOf = ({
  chosen,
  marks,
  questions,
}: {
  chosen: Chosen
  marks: Marks
  questions: readonly Question[]
}): Response[] => {
  const { maxScore, results, score } = gradeAttempt({ chosen, marks, passMark: 0, questions })

  return questions.map((question, at) => {
    const answer = (Object.hasOwn(chosen, question.id) ? chosen[question.id] : undefined) ?? []
    const points = results[at]?.points ?? 0
    const others = maxScore - question.points

    return {
      chosen: COUNTED.includes(question.blockType) ? answer : [],
      isAnswered: answer.some((text) => text !== ''),
      rest: others > 0 ? (score - points) / others : null,
      share: question.points > 0 ? points / question.points : 0,
    }
  })
}

/** Pearson's correlation of two things by their sums; null where one of them does not vary. */
const correlation = ({
  count,
  ...sums
}: {
  count: number
  one: number
  oneOne: number
  other: number
  otherOther: number
  product: number
}): null | number => {
  const variance = (sum: number, squares: number) => squares / count - (sum / count) ** 2
  const both = variance(sums.one, sums.oneOne) * variance(sums.other, sums.otherOther)

  return count > 1 && both > 1e-12
    ? (sums.product / count - (sums.one / count) * (sums.other / count)) / Math.sqrt(both)
    : null
}

/** Fewest responses by which a question is judged: below, its numbers say little. */
export const FEWEST = 30

/** Fewest who chose a wrong answer before it is judged. */
const FEWEST_CHOSEN = 5

const HARDEST = 0.2
const EASIEST = 0.95

/** What may be wrong with a question. */
export type Flag = 'distractor' | 'negative' | 'tooEasy' | 'tooHard'

export type Figures = {
  answered: number
  asked: number
  /** Mean share of the points, 0 to 1: the p-value of classical test theory. */
  difficulty: null | number
  /** -1 to 1; null where it cannot be told. */
  discrimination: null | number
  flags: Flag[]
  /** By answer: how often it was chosen, and how its choice goes with the rest of the attempt. */
  options: Record<string, { chosen: number; discrimination: null | number; share: number }>
}

/**
 * What sums say about a question, by classical test theory.
 *
 * Difficulty is the mean share of its points that it earned; what was left empty earned nothing. Discrimination is the
 * corrected item–total correlation: Pearson's r, for a question that is right or wrong the point-biserial, between what
 * the question earned and what all **other** questions of the attempt did, so that it is not correlated with itself
 * (S. Henrysson, “Correction of item–total correlations in item analysis”, Psychometrika 28, 1963; L. Crocker and
 * J. Algina, Introduction to Classical and Modern Test Theory, 1986, ch. 14). The rest is a share of the points it could
 * have earned, so that attempts with other draws can be compared. The same between choosing an answer and the rest is
 * the discrimination of that answer.
 *
 * Flags are raised from `FEWEST` responses on: `tooHard` below 0.2, `tooEasy` above 0.95, `negative` where the strong
 * do worse than the weak, `distractor` where a wrong answer that at least five chose was chosen rather by the strong.
 */
export const figuresOf = (tally: Tally, right: readonly string[]): Figures => {
  const { answered, asked, paired } = tally
  const difficulty = asked > 0 ? tally.x / asked : null
  const discrimination = correlation({
    count: paired,
    one: tally.pairedX,
    oneOne: tally.xx,
    other: tally.r,
    otherOther: tally.rr,
    product: tally.xr,
  })
  const options = Object.fromEntries(
    Object.entries(tally.options).map(([id, { chosen, r }]) => [
      id,
      {
        chosen,
        discrimination: correlation({
          count: paired,
          one: chosen,
          oneOne: chosen,
          other: tally.r,
          otherOther: tally.rr,
          product: r,
        }),
        share: asked > 0 ? chosen / asked : 0,
      },
    ]),
  )
  const drawsStrong = Object.entries(options).some(
    ([id, one]) =>
      !right.includes(id) && one.chosen >= FEWEST_CHOSEN && (one.discrimination ?? 0) > 0,
  )
  const raised: [Flag, boolean][] = [
    ['tooHard', difficulty !== null && difficulty < HARDEST],
    ['tooEasy', difficulty !== null && difficulty > EASIEST],
    ['negative', discrimination !== null && discrimination < 0],
    ['distractor', drawsStrong],
  ]

  return {
    answered,
    asked,
    difficulty,
    discrimination,
    flags: asked >= FEWEST ? raised.flatMap(([flag, isRaised]) => (isRaised ? [flag] : [])) : [],
    options,
  }
}
