import type { Block } from 'payload'

/** The opening of a page: one promise, one sentence, one button. */
export const Hero: Block = {
  slug: 'hero',
  fields: [
    {
      name: 'promise',
      type: 'text',
      label: { en: 'Promise', he: 'הבטחה', ru: 'Обещание' },
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
      name: 'image',
      type: 'upload',
      label: { en: 'Picture', he: 'תמונה', ru: 'Изображение' },
      relationTo: 'media',
    },
    {
      name: 'course',
      type: 'relationship',
      admin: {
        description: {
          en: 'The button leads to this course; to the catalog when empty.',
          he: 'הכפתור מוביל לקורס זה, או לקטלוג אם ריק.',
          ru: 'Кнопка ведёт к этому курсу; если пусто, в каталог.',
        },
      },
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
    },
    {
      name: 'buttonLabel',
      type: 'text',
      label: { en: 'Button', he: 'כפתור', ru: 'Кнопка' },
      maxLength: 40,
    },
  ],
  interfaceName: 'HeroBlock',
  labels: {
    plural: { en: 'Hero', he: 'פתיח', ru: 'Первый экран' },
    singular: { en: 'Hero', he: 'פתיח', ru: 'Первый экран' },
  },
}
