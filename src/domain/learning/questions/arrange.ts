import type { Question } from './types'

import { ruleOf } from './rules'
import { randomFrom, shuffled } from './shuffle'

/** What a quiz shuffles anew for each attempt. */
export type Shuffles = { answers: boolean; questions: boolean }

/** The questions as one attempt asks them: what is shuffled is in an order that only the `seed` decides. */
export const arranged = (
  questions: readonly Question[],
  { answers, questions: isShuffled }: Shuffles,
  seed: number,
): Question[] => {
  const random = randomFrom(seed)
  const asked = isShuffled ? shuffled(questions, random) : questions

  return asked.map(
    (question) => ruleOf(question).arranged?.(question, { answers, random }) ?? question,
  )
}
