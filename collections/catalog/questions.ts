import type { Block, Field } from 'payload'

import { multipleChoice, singleChoice, trueFalse } from './questions/choices'
import { bankQuestion, pool } from './questions/ofBank'
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

const moveToBank: Field = {
  name: 'moveToBank',
  type: 'ui',
  admin: {
    components: { Field: '/src/components/admin/bank/MoveToBank#MoveToBank' },
    disableListColumn: true,
  },
}

/** What a quiz asks: questions of its own, questions of the bank, and pools drawn from it. */
export const quizItems: Block[] = [
  ...questions.map((kind) => ({ ...kind, fields: [...kind.fields, moveToBank] })),
  bankQuestion,
  pool,
]
