import type { Block } from 'payload'

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
      fields: [
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
          maxLength: 1500,
          required: true,
        },
      ],
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
