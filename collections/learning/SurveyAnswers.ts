import type { CollectionConfig } from 'payload'

import { holdsCourse } from '@/domain/catalog/ofCourse'
import { machineWritten, nobody } from '@hooks/access'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * What learners answered in surveys, as given. Of an anonymous survey neither `learner` nor any time is kept, and the
 * row has a random id, so that nothing in it leads to a person; that one has answered is told by their progress
 * alone. Read through /api/surveys, which names nobody of an anonymous one.
 */
export const SurveyAnswers: CollectionConfig = {
  slug: 'survey-answers',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'id' },
  custom: holdsCourse,
  fields: [
    tenant(),
    { name: 'lesson', type: 'relationship', index: true, relationTo: 'lessons', required: true },
    { name: 'course', type: 'relationship', index: true, relationTo: 'courses', required: true },
    { name: 'learner', type: 'relationship', index: true, relationTo: 'users' },
    { name: 'submittedAt', type: 'date' },
    record('answers', { label: { en: 'Answers', he: 'תשובות', ru: 'Ответы' } }),
  ],
  indexes: [{ fields: ['tenant', 'lesson', 'learner'], unique: true }],
  labels: {
    plural: { en: 'Answers to surveys', he: 'תשובות לסקרים', ru: 'Ответы на опросы' },
    singular: { en: 'Answers to a survey', he: 'תשובות לסקר', ru: 'Ответы на опрос' },
  },
  lockDocuments: false,
  timestamps: false,
}
