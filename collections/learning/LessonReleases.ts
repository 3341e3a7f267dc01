import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, owner } from '@hooks/access'
import { ofStaff } from '@hooks/access/team'

import { tenant } from '../fields/tenant'

/**
 * A lesson that a rule of release held back and that is open to a learner now: by its rule, or by staff, with a
 * reason. A row is written once and keeps the lesson open, however course and rules are changed later.
 */
export const LessonReleases: CollectionConfig = {
  slug: 'lesson-releases',
  access: machineWritten(anyOf(ofStaff('enrollment.course'), owner('enrollment.learner'))),
  admin: {
    defaultColumns: ['enrollment', 'lesson', 'source', 'reason', 'createdAt'],
    description: {
      en: 'Lessons that opened to somebody by a rule, or were opened by staff.',
      he: 'שיעורים שנפתחו למישהו לפי כלל, או על ידי הצוות.',
      ru: 'Уроки, которые открылись кому-то по правилу или были открыты вручную.',
    },
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
      name: 'lesson',
      type: 'relationship',
      index: true,
      label: { en: 'Lesson', he: 'שיעור', ru: 'Урок' },
      relationTo: 'lessons',
      required: true,
    },
    {
      name: 'source',
      type: 'select',
      label: { en: 'Opened by', he: 'נפתח על ידי', ru: 'Чем открыт' },
      options: [
        { label: { en: 'Its rule', he: 'הכלל', ru: 'Правилом' }, value: 'rule' },
        { label: { en: 'Staff', he: 'הצוות', ru: 'Вручную' }, value: 'staff' },
      ],
      required: true,
    },
    {
      name: 'reason',
      type: 'text',
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
    },
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'Who opened it', he: 'מי פתח', ru: 'Кто открыл' },
      relationTo: 'users',
    },
  ],
  indexes: [{ fields: ['tenant', 'enrollment', 'lesson'], unique: true }],
  labels: {
    plural: { en: 'Opened lessons', he: 'שיעורים שנפתחו', ru: 'Открытые уроки' },
    singular: { en: 'Opened lesson', he: 'שיעור שנפתח', ru: 'Открытый урок' },
  },
  lockDocuments: false,
}
