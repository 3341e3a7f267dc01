import type { ArrayField, Block } from 'payload'

const answers: ArrayField = {
  name: 'answers',
  type: 'array',
  fields: [
    {
      name: 'text',
      type: 'text',
      label: { en: 'Answer', he: 'תשובה', ru: 'Ответ' },
      required: true,
    },
    {
      name: 'isRight',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Right', he: 'נכונה', ru: 'Верный' },
    },
  ],
  label: { en: 'Answers', he: 'תשובות', ru: 'Ответы' },
  maxRows: 12,
  minRows: 2,
  required: true,
}

type Answer = { isRight?: boolean | null }

const rightOnes = (value: unknown): number =>
  Array.isArray(value) ? (value as Answer[]).filter(({ isRight }) => isRight).length : 0

const question = (
  slug: string,
  labels: NonNullable<Block['labels']>,
  validate: (value: unknown) => string | true,
): Block => ({
  slug,
  fields: [
    {
      name: 'prompt',
      type: 'textarea',
      label: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
      maxLength: 1000,
      required: true,
    },
    { ...answers, validate },
    {
      name: 'points',
      type: 'number',
      defaultValue: 1,
      label: { en: 'Points', he: 'נקודות', ru: 'Баллы' },
      max: 100,
      min: 1,
      required: true,
    },
    {
      name: 'explanation',
      type: 'textarea',
      admin: {
        description: {
          en: 'Shown after the attempt is graded.',
          he: 'מוצג לאחר בדיקת הניסיון.',
          ru: 'Показывается после проверки попытки.',
        },
      },
      label: { en: 'Explanation', he: 'הסבר', ru: 'Пояснение' },
    },
  ],
  labels,
})

/** One of the answers is right. */
const singleChoice = question(
  'singleChoice',
  {
    plural: { en: 'Single choice', he: 'בחירה יחידה', ru: 'Один ответ' },
    singular: { en: 'Single choice', he: 'בחירה יחידה', ru: 'Один ответ' },
  },
  (value) => rightOnes(value) === 1 || 'Exactly one answer is right.',
)

/** Any number of the answers is right, and all of them together are the answer. */
const multipleChoice = question(
  'multipleChoice',
  {
    plural: { en: 'Multiple choice', he: 'בחירה מרובה', ru: 'Несколько ответов' },
    singular: { en: 'Multiple choice', he: 'בחירה מרובה', ru: 'Несколько ответов' },
  },
  (value) => rightOnes(value) >= 1 || 'At least one answer is right.',
)

/** Kinds of questions; stored as JSON with their quiz, each with an id that attempts refer to. */
export const questions: Block[] = [singleChoice, multipleChoice]
