import type { Block } from 'payload'

import { questionAndAnswer } from '@collections/fields/faq'

/** Questions with answers that open in place. */
export const Faq: Block = {
  slug: 'faq',
  fields: [
    {
      name: 'heading',
      type: 'text',
      label: { en: 'Heading', he: 'כותרת', ru: 'Заголовок' },
      maxLength: 120,
    },
    {
      name: 'items',
      type: 'array',
      fields: questionAndAnswer(1500),
      label: { en: 'Questions', he: 'שאלות', ru: 'Вопросы' },
      maxRows: 30,
      minRows: 1,
      required: true,
    },
  ],
  interfaceName: 'FaqBlock',
  labels: {
    plural: { en: 'Questions', he: 'שאלות נפוצות', ru: 'Вопросы' },
    singular: { en: 'Questions', he: 'שאלות נפוצות', ru: 'Вопросы' },
  },
}
