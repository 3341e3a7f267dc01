import type { CollectionConfig } from 'payload'

import { holdsCourse } from '@/domain/catalog/ofCourse'
import { anyOf, machineWritten, owner, tenantStaff } from '@hooks/access'

import { tenant } from '../fields/tenant'

/**
 * How far one learner is with one lesson: what was seen of its video, in merged spans of seconds,
 * where it was left, and when it was completed. Written by the learning endpoints alone.
 */
export const Progress: CollectionConfig = {
  slug: 'progress',
  access: machineWritten(anyOf(owner('learner'), tenantStaff)),
  admin: {
    defaultColumns: ['learner', 'lesson', 'share', 'completedAt', 'updatedAt'],
    description: {
      en: 'How far each learner has come in each lesson.',
      he: 'כמה התקדמו הלומדים בכל שיעור.',
      ru: 'Как далеко каждый студент продвинулся в каждом уроке.',
    },
    useAsTitle: 'id',
  },
  custom: holdsCourse,
  fields: [
    tenant(),
    {
      name: 'learner',
      type: 'relationship',
      label: { en: 'Learner', he: 'לומד', ru: 'Студент' },
      relationTo: 'users',
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
    {
      name: 'course',
      type: 'relationship',
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      name: 'enrollment',
      type: 'relationship',
      index: true,
      label: { en: 'Enrollment', he: 'הרשמה', ru: 'Зачисление' },
      relationTo: 'enrollments',
      required: true,
    },
    { name: 'spans', type: 'json', admin: { hidden: true }, defaultValue: [], required: true },
    {
      name: 'seconds',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Seconds seen', he: 'שניות שנצפו', ru: 'Просмотрено секунд' },
      min: 0,
      required: true,
    },
    {
      name: 'share',
      type: 'number',
      admin: {
        description: {
          en: 'Of the video, 0 to 1.',
          he: 'מתוך הווידאו, 0 עד 1.',
          ru: 'Доля видео, от 0 до 1.',
        },
      },
      defaultValue: 0,
      label: { en: 'Share seen', he: 'חלק שנצפה', ru: 'Доля просмотра' },
      max: 1,
      min: 0,
      required: true,
    },
    {
      name: 'position',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Left at, in seconds', he: 'נעצר בשנייה', ru: 'Остановка, с' },
      min: 0,
      required: true,
    },
    {
      name: 'positionAt',
      type: 'date',
      label: { en: 'Left when', he: 'מועד העצירה', ru: 'Когда остановка' },
    },
    {
      name: 'completedAt',
      type: 'date',
      label: { en: 'Completed', he: 'הושלם בתאריך', ru: 'Завершено' },
    },
  ],
  indexes: [{ fields: ['tenant', 'learner', 'lesson'], unique: true }],
  labels: {
    plural: { en: 'Progress', he: 'התקדמות', ru: 'Прогресс' },
    singular: { en: 'Progress', he: 'התקדמות', ru: 'Прогресс' },
  },
  lockDocuments: false,
}
