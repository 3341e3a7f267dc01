import type { Field } from 'payload'

/** A question and its answer, each a text of its own; `longest` bounds the answer, in characters. */
export const questionAndAnswer = (longest: number): Field[] => [
  {
    name: 'question',
    type: 'text',
    label: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
    maxLength: 200,
    required: true,
  },
  {
    name: 'answer',
    type: 'textarea',
    label: { en: 'Answer', he: 'תשובה', ru: 'Ответ' },
    maxLength: longest,
    required: true,
  },
]
