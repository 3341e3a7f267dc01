import type { CollectionConfig, GroupField } from 'payload'

import { anyOf, machineWritten, owner } from '@hooks/access'
import { onCourses } from '@hooks/access/team'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/** Points, of how many, in per cent, and whether that was a pass: as on the attempt. */
const result = (name: string, label: GroupField['label']): GroupField => ({
  name,
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'score',
          type: 'number',
          label: { en: 'Points', he: 'נקודות', ru: 'Баллы' },
          required: true,
        },
        {
          name: 'maxScore',
          type: 'number',
          label: { en: 'Of points', he: 'מתוך נקודות', ru: 'Из баллов' },
          required: true,
        },
        {
          name: 'percent',
          type: 'number',
          label: { en: 'Result, %', he: 'תוצאה, %', ru: 'Результат, %' },
          required: true,
        },
        {
          name: 'passed',
          type: 'checkbox',
          label: { en: 'Passed', he: 'עבר', ru: 'Пройден' },
          required: true,
        },
      ],
    },
  ],
  label,
})

/**
 * What became of an attempt's result when its quiz's key was corrected, or when a grader changed marks, then with a reason
 * and the marks before and after; and by whom: one row for each attempt and correction. It holds nothing of the key, so its
 * learner may read it too.
 */
export const Regrades: CollectionConfig = {
  slug: 'regrades',
  access: machineWritten(anyOf(onCourses('grade', 'attempt.lesson.course'), owner('learner'))),
  admin: {
    defaultColumns: [
      'learner',
      'quiz',
      'before.percent',
      'after.percent',
      'reason',
      'actor',
      'createdAt',
    ],
    description: {
      en: 'Attempts that were graded anew after a quiz was corrected, or because a grader changed marks.',
      he: 'ניסיונות שנבדקו מחדש אחרי תיקון בבוחן, או כי בודק שינה ציונים.',
      ru: 'Попытки, пересчитанные после исправления теста или изменения оценок проверяющим.',
    },
    useAsTitle: 'id',
  },
  fields: [
    tenant(),
    {
      name: 'attempt',
      type: 'relationship',
      index: true,
      label: { en: 'Attempt', he: 'ניסיון', ru: 'Попытка' },
      relationTo: 'quiz-attempts',
      required: true,
    },
    {
      name: 'quiz',
      type: 'relationship',
      index: true,
      label: { en: 'Quiz', he: 'בוחן', ru: 'Тест' },
      relationTo: 'quizzes',
      required: true,
    },
    {
      name: 'learner',
      type: 'relationship',
      index: true,
      label: { en: 'Learner', he: 'לומד', ru: 'Студент' },
      relationTo: 'users',
      required: true,
    },
    result('before', { en: 'Before', he: 'לפני', ru: 'До' }),
    result('after', { en: 'After', he: 'אחרי', ru: 'После' }),
    {
      name: 'actor',
      type: 'relationship',
      label: { en: 'Corrected by', he: 'תוקן על ידי', ru: 'Кто исправил' },
      relationTo: 'users',
    },
    {
      name: 'reason',
      type: 'textarea',
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
    },
    record('marks', {
      defaultValue: [],
      isRequired: false,
      label: { en: 'Marks that were changed', he: 'ציונים שהשתנו', ru: 'Изменённые оценки' },
    }),
    {
      name: 'event',
      type: 'relationship',
      label: { en: 'Entry of the journal', he: 'רשומה ביומן', ru: 'Запись журнала' },
      relationTo: 'events',
      required: true,
    },
  ],
  indexes: [{ fields: ['tenant', 'attempt', 'event'], unique: true }],
  labels: {
    plural: { en: 'Regrades', he: 'תיקוני ציון', ru: 'Пересчёты оценок' },
    singular: { en: 'Regrade', he: 'תיקון ציון', ru: 'Пересчёт оценки' },
  },
  lockDocuments: false,
}
