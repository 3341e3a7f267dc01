import type { OpenQuestion, Question, Rule } from './types'

import { choice, trueFalse } from './choice'
import { matching, ordering } from './placed'
import { cloze, essay, number, shortText } from './typed'

const RULES = {
  cloze,
  essay,
  matching,
  multipleChoice: choice,
  number,
  ordering,
  shortText,
  singleChoice: choice,
  trueFalse,
} as const

/** What the question's kind is about. */
export const ruleOf = <Q extends Question>({ blockType }: Q): Rule<Q> =>
  RULES[blockType] as unknown as Rule<Q>

/** A question without anything that gives its answer away. */
export const withoutKey = (question: Question): OpenQuestion => {
  const { id, blockType, picture, points, prompt } = question

  return {
    id,
    answers: [],
    kind: blockType,
    picture: picture ?? null,
    points,
    prompt,
    ...ruleOf(question).open(question),
  }
}
