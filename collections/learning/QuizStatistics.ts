import type { CollectionConfig } from 'payload'

import { machineWritten } from '@hooks/access'
import { quizzesOf } from '@hooks/access/team'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/** How the questions of a quiz did in the attempts that were handed in and graded: one row for a quiz, recounted by the worker. */
export const QuizStatistics: CollectionConfig = {
  slug: 'quiz-statistics',
  access: machineWritten(quizzesOf('see', 'quiz')),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    {
      name: 'quiz',
      type: 'relationship',
      label: { en: 'Quiz', he: 'בוחן', ru: 'Тест' },
      relationTo: 'quizzes',
      required: true,
    },
    {
      name: 'attempts',
      type: 'number',
      label: { en: 'Attempts', he: 'ניסיונות', ru: 'Попытки' },
      required: true,
    },
    {
      name: 'countedAt',
      type: 'date',
      label: { en: 'Counted', he: 'נספר', ru: 'Посчитано' },
      required: true,
    },
    record('results', { label: { en: 'Results', he: 'תוצאות', ru: 'Результаты' } }),
    record('items', { label: { en: 'Questions', he: 'שאלות', ru: 'Вопросы' } }),
  ],
  indexes: [{ fields: ['tenant', 'quiz'], unique: true }],
  labels: {
    plural: { en: 'Statistics of quizzes', he: 'נתוני בחנים', ru: 'Статистика тестов' },
    singular: { en: 'Statistics of a quiz', he: 'נתוני בוחן', ru: 'Статистика теста' },
  },
  lockDocuments: false,
}
