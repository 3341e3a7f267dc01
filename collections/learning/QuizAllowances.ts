import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, owner } from '@hooks/access'
import { ofStaff } from '@hooks/access/team'

import { tenant } from '../fields/tenant'

/**
 * More time or more attempts that staff gave a learner, in one quiz or in all of a course, and why. Rows are written
 * once: the newest for the quiz itself counts, else the newest for the whole course; one that gives nothing takes back.
 */
export const QuizAllowances: CollectionConfig = {
  slug: 'quiz-allowances',
  access: machineWritten(anyOf(ofStaff('enrollment.course'), owner('enrollment.learner'))),
  admin: {
    defaultColumns: [
      'enrollment',
      'quiz',
      'factor',
      'minutes',
      'attempts',
      'reason',
      'author',
      'createdAt',
    ],
    description: {
      en: 'Extra time and attempts in quizzes. Give them from the list of enrollments.',
      he: 'תוספת זמן וניסיונות בבחנים. ניתנת מרשימת ההרשמות.',
      ru: 'Дополнительное время и попытки в тестах. Даются из списка зачислений.',
    },
    listSearchableFields: ['reason'],
    useAsTitle: 'id',
  },
  fields: [
    tenant(),
    {
      name: 'enrollment',
      type: 'relationship',
      index: true,
      label: { en: 'Enrollment', he: 'הרשמה', ru: 'Зачисление' },
      relationTo: 'enrollments',
      required: true,
    },
    {
      name: 'quiz',
      type: 'relationship',
      index: true,
      label: { en: 'Quiz; empty for all', he: 'בוחן; ריק: כולם', ru: 'Тест; пусто — все' },
      relationTo: 'quizzes',
    },
    {
      name: 'factor',
      type: 'number',
      label: { en: 'Times the minutes', he: 'כפול הדקות', ru: 'Во сколько раз больше минут' },
      required: true,
    },
    {
      name: 'minutes',
      type: 'number',
      label: { en: 'Minutes more', he: 'דקות נוספות', ru: 'Ещё минут' },
      required: true,
    },
    {
      name: 'attempts',
      type: 'number',
      label: { en: 'Attempts more', he: 'ניסיונות נוספים', ru: 'Ещё попыток' },
      required: true,
    },
    {
      name: 'reason',
      type: 'textarea',
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
      required: true,
    },
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'By', he: 'על ידי', ru: 'Кто' },
      relationTo: 'users',
    },
  ],
  labels: {
    plural: { en: 'Extra time in quizzes', he: 'תוספות זמן בבחנים', ru: 'Дополнительное время' },
    singular: { en: 'Extra time in a quiz', he: 'תוספת זמן בבוחן', ru: 'Дополнительное время' },
  },
  lockDocuments: false,
}
