import type { Block } from 'payload'

/** Cards of chosen courses, or of the newest. */
export const CourseGrid: Block = {
  slug: 'courseGrid',
  fields: [
    {
      name: 'heading',
      type: 'text',
      label: { en: 'Heading', he: 'כותרת', ru: 'Заголовок' },
      maxLength: 120,
    },
    {
      name: 'courses',
      type: 'relationship',
      admin: {
        description: {
          en: 'Leave empty to show the newest.',
          he: 'ריק: הקורסים החדשים ביותר.',
          ru: 'Если пусто, показываются новые.',
        },
      },
      hasMany: true,
      label: { en: 'Courses', he: 'קורסים', ru: 'Курсы' },
      relationTo: 'courses',
    },
    {
      name: 'limit',
      type: 'number',
      defaultValue: 6,
      label: { en: 'At most', he: 'לכל היותר', ru: 'Не больше' },
      max: 24,
      min: 1,
      required: true,
    },
  ],
  interfaceName: 'CourseGridBlock',
  labels: {
    plural: { en: 'Courses', he: 'קורסים', ru: 'Курсы' },
    singular: { en: 'Courses', he: 'קורסים', ru: 'Курсы' },
  },
}
