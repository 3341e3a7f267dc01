import type { Block } from 'payload'

import { multipleChoice, singleChoice, trueFalse } from './questions/choices'
import { matching, ordering } from './questions/placed'
import { cloze, essay, number, shortText } from './questions/typed'

/** Kinds of questions; stored as JSON with their quiz, each with an id that attempts refer to. */
export const questions: Block[] = [
  singleChoice,
  multipleChoice,
  trueFalse,
  shortText,
  number,
  cloze,
  matching,
  ordering,
  essay,
]
