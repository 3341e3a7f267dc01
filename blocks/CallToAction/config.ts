import type { Block } from 'payload'

/** The promise once more, with one button. */
export const CallToAction: Block = {
  slug: 'callToAction',
  fields: [
    {
      name: 'heading',
      type: 'text',
      label: { en: 'Heading', he: 'כותרת', ru: 'Заголовок' },
      maxLength: 120,
      required: true,
    },
    {
      name: 'detail',
      type: 'textarea',
      label: { en: 'One sentence more', he: 'משפט נוסף', ru: 'Ещё одно предложение' },
      maxLength: 300,
    },
    {
      name: 'course',
      type: 'relationship',
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
    },
    {
      name: 'buttonLabel',
      type: 'text',
      label: { en: 'Button', he: 'כפתור', ru: 'Кнопка' },
      maxLength: 40,
      required: true,
    },
  ],
  interfaceName: 'CallToActionBlock',
  labels: {
    plural: { en: 'Call to action', he: 'קריאה לפעולה', ru: 'Призыв' },
    singular: { en: 'Call to action', he: 'קריאה לפעולה', ru: 'Призыв' },
  },
}
