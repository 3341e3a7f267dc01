import { sql } from '@payloadcms/db-postgres'

import type { Question } from '@/domain/learning/grading'
import type { Exam } from '@/test/factories/exams'

import { ruleOf } from '@/domain/learning/questions/rules'
import { inSchool } from '@/test/factories/exams'

const common = { explanation: 'KEY explained', points: 2 }

/** One question of every kind, as an author writes them. */
export const everyKind = () => [
  {
    ...common,
    answers: [
      { feedback: 'KEY of dawn', isRight: true, text: 'Dawn' },
      { feedback: 'KEY of noon', isRight: false, text: 'Noon' },
    ],
    blockType: 'singleChoice',
    prompt: 'single',
  },
  {
    ...common,
    answers: [
      { isRight: true, text: 'Dawn' },
      { isRight: true, text: 'Dusk' },
      { isRight: false, text: 'Noon' },
    ],
    blockType: 'multipleChoice',
    partial: true,
    prompt: 'multiple',
  },
  { ...common, blockType: 'trueFalse', isTrue: true, prompt: 'trueFalse' },
  { ...common, accepted: 'KEYwindow', blockType: 'shortText', prompt: 'shortText' },
  {
    ...common,
    blockType: 'number',
    prompt: 'number',
    tolerance: 1,
    toleranceIn: 'percent',
    unit: 'K',
    value: 55_00,
  },
  {
    ...common,
    blockType: 'cloze',
    gaps: [{ accepted: 'KEYlines' }, { accepted: 'KEYSun' }],
    partial: true,
    prompt: 'cloze',
    text: 'Straight [1] from the [2].',
  },
  {
    ...common,
    blockType: 'matching',
    distractors: [{ text: 'Noon' }],
    pairs: [
      { left: 'East', right: 'Dawn' },
      { left: 'West', right: 'Dusk' },
    ],
    partial: true,
    prompt: 'matching',
  },
  {
    ...common,
    blockType: 'ordering',
    items: ['Dawn', 'Noon', 'Dusk', 'Night'].map((text) => ({ text })),
    partial: true,
    prompt: 'ordering',
  },
]

/** The right answers of an attempt by its own copy of the key, which no learner reads. */
export const keyOf = async (exam: Exam, attempt: string) => {
  const [kept] = await inSchool(
    exam,
    sql`select questions from quiz_attempts where id = ${attempt}`,
  )

  return Object.fromEntries(
    (kept?.questions as Question[]).map((question) => [
      question.id,
      [...ruleOf(question).right(question)],
    ]),
  )
}
