import type { CollectionConfig } from 'payload'

import { ENROLLMENT_ACTIONS } from '@/domain/learning/enrollmentChanges'
import { anyOf, machineWritten, owner } from '@hooks/access'
import { ofStaff } from '@hooks/access/team'

import { tenant } from '../fields/tenant'

const LABELS = {
  enroll: { en: 'Enrolled', he: 'נרשמו', ru: 'Зачислен' },
  extend: { en: 'Extended', he: 'הוארך', ru: 'Продлён' },
  move: { en: 'Moved', he: 'הועבר', ru: 'Переведён' },
  pause: { en: 'Paused', he: 'הושהה', ru: 'Приостановлен' },
  remove: { en: 'Removed', he: 'הוסר', ru: 'Отчислен' },
  resume: { en: 'Resumed', he: 'חודש', ru: 'Возобновлён' },
}

/** What staff did to an enrollment, and why; its learner reads it too. Rows are written once. */
export const EnrollmentChanges: CollectionConfig = {
  slug: 'enrollment-changes',
  access: machineWritten(anyOf(ofStaff('enrollment.course'), owner('enrollment.learner'))),
  admin: {
    defaultColumns: ['enrollment', 'action', 'reason', 'until', 'author', 'createdAt'],
    description: {
      en: 'What staff changed of somebody’s access, and why. Learners see it in their history.',
      he: 'מה הצוות שינה בגישה של מישהו, ומדוע. הלומדים רואים זאת בהיסטוריה שלהם.',
      ru: 'Что и почему сотрудники изменили в чьём-то доступе. Студенты видят это в своей истории.',
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
      name: 'action',
      type: 'select',
      label: { en: 'What was done', he: 'מה נעשה', ru: 'Что сделано' },
      options: ENROLLMENT_ACTIONS.map((value) => ({ label: LABELS[value], value })),
      required: true,
    },
    {
      name: 'reason',
      type: 'textarea',
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
      required: true,
    },
    {
      name: 'until',
      type: 'date',
      label: { en: 'Open until', he: 'פתוחה עד', ru: 'Открыт до' },
    },
    {
      name: 'cohort',
      type: 'relationship',
      label: { en: 'To the cohort', he: 'למחזור', ru: 'В поток' },
      relationTo: 'cohorts',
    },
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'By', he: 'על ידי', ru: 'Кто' },
      relationTo: 'users',
    },
  ],
  labels: {
    plural: { en: 'Enrollment changes', he: 'שינויי הרשמה', ru: 'Изменения зачислений' },
    singular: { en: 'Enrollment change', he: 'שינוי הרשמה', ru: 'Изменение зачисления' },
  },
  lockDocuments: false,
}
