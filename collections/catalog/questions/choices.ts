import type { ArrayField, PayloadRequest, TextField } from 'payload'

import { partial, picture, question, say } from './parts'

const feedback = (name = 'feedback', label?: TextField['label']): TextField => ({
  name,
  type: 'text',
  label: label ?? {
    en: 'Said to whoever chose it',
    he: 'משוב לבוחרים בה',
    ru: 'Отклик выбравшему',
  },
  maxLength: 500,
})

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
    feedback(),
    picture(),
  ],
  label: { en: 'Answers', he: 'תשובות', ru: 'Ответы' },
  labels: {
    plural: { en: 'Answers', he: 'תשובות', ru: 'Ответы' },
    singular: { en: 'Answer', he: 'תשובה', ru: 'Ответ' },
  },
  maxRows: 12,
  minRows: 2,
  required: true,
}

const rightOnes = (value: unknown): number =>
  Array.isArray(value)
    ? (value as { isRight?: boolean | null }[]).filter(({ isRight }) => isRight).length
    : 0

/** One of the answers is right. */
export const singleChoice = question(
  'singleChoice',
  ['Single choice', 'בחירה יחידה', 'Один ответ'],
  [
    {
      ...answers,
      validate: (value: unknown, { req }: { req: PayloadRequest }) =>
        rightOnes(value) === 1 ||
        say(req, {
          en: 'Exactly one answer is right.',
          he: 'בדיוק תשובה אחת נכונה.',
          ru: 'Верным должен быть ровно один ответ.',
        }),
    },
  ],
)

/** Any number of the answers is right, and all of them together are the answer. */
export const multipleChoice = question(
  'multipleChoice',
  ['Multiple choice', 'בחירה מרובה', 'Несколько ответов'],
  [
    {
      ...answers,
      validate: (value: unknown, { req }: { req: PayloadRequest }) =>
        rightOnes(value) >= 1 ||
        say(req, {
          en: 'At least one answer is right.',
          he: 'לפחות תשובה אחת נכונה.',
          ru: 'Верным должен быть хотя бы один ответ.',
        }),
    },
    partial(false, {
      en: 'Right answers chosen less wrong ones chosen, over all right ones.',
      he: 'תשובות נכונות שנבחרו פחות שגויות שנבחרו, חלקי כל הנכונות.',
      ru: 'Выбранные верные минус выбранные неверные, делённые на число всех верных.',
    }),
  ],
)

/** A sentence that is true or false. */
export const trueFalse = question(
  'trueFalse',
  ['True or false', 'נכון או לא נכון', 'Верно или неверно'],
  [
    {
      name: 'isTrue',
      type: 'checkbox',
      defaultValue: true,
      label: { en: 'It is true', he: 'המשפט נכון', ru: 'Утверждение верно' },
    },
    {
      type: 'row',
      fields: [
        feedback('feedbackTrue', {
          en: 'Said to whoever chose “true”',
          he: 'משוב לבוחרים ”נכון“',
          ru: 'Отклик выбравшему «верно»',
        }),
        feedback('feedbackFalse', {
          en: 'Said to whoever chose “false”',
          he: 'משוב לבוחרים ”לא נכון“',
          ru: 'Отклик выбравшему «неверно»',
        }),
      ],
    },
  ],
)
