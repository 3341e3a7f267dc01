import type { CollectionConfig } from 'payload'

import { holdsCourse } from '@/domain/catalog/ofCourse'
import { SPACE_KINDS } from '@/domain/community/spaces'
import { machineWritten } from '@hooks/access'
import { discussed } from '@hooks/access/community'

import { tenant } from '../fields/tenant'

const KINDS = { cohort: { en: 'Cohort', he: 'מחזור', ru: 'Поток' } }

/**
 * Where people of a school write to each other. A cohort has one, made with its first post; who may read and write in
 * it is nowhere kept, but asked of enrollments and teams each time.
 */
export const Spaces: CollectionConfig = {
  slug: 'spaces',
  access: machineWritten(discussed('course')),
  admin: {
    defaultColumns: ['cohort', 'course', 'kind', 'createdAt'],
    description: {
      en: 'Discussions of cohorts. Each is read and moderated on its own page, which the roster and the cohort lead to.',
      he: 'הדיונים של המחזורים. כל דיון נקרא ומנוהל בעמוד שלו, שאליו מובילים רשימת הלומדים והמחזור.',
      ru: 'Обсуждения потоков. Каждое читают и модерируют на его странице, куда ведут список студентов и поток.',
    },
    useAsTitle: 'id',
  },
  custom: holdsCourse,
  fields: [
    tenant(),
    {
      name: 'kind',
      type: 'select',
      label: { en: 'For whom', he: 'למי', ru: 'Для кого' },
      options: SPACE_KINDS.map((value) => ({ label: KINDS[value], value })),
      required: true,
    },
    {
      name: 'cohort',
      type: 'relationship',
      label: { en: 'Cohort', he: 'מחזור', ru: 'Поток' },
      relationTo: 'cohorts',
    },
    {
      name: 'course',
      type: 'relationship',
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
    },
  ],
  indexes: [{ fields: ['tenant', 'cohort'], unique: true }],
  labels: {
    plural: { en: 'Discussions', he: 'דיונים', ru: 'Обсуждения' },
    singular: { en: 'Discussion', he: 'דיון', ru: 'Обсуждение' },
  },
  lockDocuments: false,
}
