import type { Block } from 'payload'

/** What learners say. */
export const Testimonials: Block = {
  slug: 'testimonials',
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
          name: 'quote',
          type: 'textarea',
          label: { en: 'What they say', he: 'הציטוט', ru: 'Отзыв' },
          maxLength: 500,
          required: true,
        },
        {
          name: 'name',
          type: 'text',
          label: { en: 'Name', he: 'שם', ru: 'Имя' },
          maxLength: 80,
          required: true,
        },
        {
          name: 'role',
          type: 'text',
          label: { en: 'Who they are', he: 'תיאור', ru: 'Кто это' },
          maxLength: 80,
        },
      ],
      label: { en: 'Voices', he: 'קולות', ru: 'Отзывы' },
      maxRows: 12,
      minRows: 1,
      required: true,
    },
  ],
  interfaceName: 'TestimonialsBlock',
  labels: {
    plural: { en: 'Testimonials', he: 'המלצות', ru: 'Отзывы' },
    singular: { en: 'Testimonials', he: 'המלצות', ru: 'Отзывы' },
  },
}
