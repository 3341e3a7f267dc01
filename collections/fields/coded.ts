import type { Field } from 'payload'

/** Whose something is, of which lesson, and the code in it that leads back to them. */
export const coded = (): Field[] => [
  {
    name: 'account',
    type: 'relationship',
    index: true,
    label: { en: 'Account', he: 'חשבון', ru: 'Учётная запись' },
    relationTo: 'users',
    required: true,
  },
  {
    name: 'code',
    type: 'text',
    label: { en: 'Code', he: 'קוד', ru: 'Код' },
    required: true,
  },
  {
    name: 'lesson',
    type: 'relationship',
    index: true,
    label: { en: 'Lesson', he: 'שיעור', ru: 'Урок' },
    relationTo: 'lessons',
    required: true,
  },
]
