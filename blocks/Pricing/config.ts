import type { Block } from 'payload'

/** The offers of a course with a button to buy. */
export const Pricing: Block = {
  slug: 'pricing',
  fields: [
    {
      name: 'heading',
      type: 'text',
      label: { en: 'Heading', he: 'כותרת', ru: 'Заголовок' },
      maxLength: 120,
    },
    {
      name: 'course',
      type: 'relationship',
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      name: 'note',
      type: 'text',
      label: { en: 'Small print', he: 'אותיות קטנות', ru: 'Примечание' },
      maxLength: 200,
    },
  ],
  interfaceName: 'PricingBlock',
  labels: {
    plural: { en: 'Price and button', he: 'מחיר וכפתור', ru: 'Цена и кнопка' },
    singular: { en: 'Price and button', he: 'מחיר וכפתור', ru: 'Цена и кнопка' },
  },
}
