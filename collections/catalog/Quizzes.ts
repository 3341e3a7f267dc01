import type { CollectionConfig } from 'payload'

import { authored, authors } from '@hooks/access'
import { keepTakenQuiz } from '@hooks/catalog/studied'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'

import { drafts, draftsEdit } from '../fields/drafts'
import { tenant } from '../fields/tenant'
import { questions } from './questions'

/**
 * Questions with their right answers, so readable by authors alone: a learner gets the questions
 * through an attempt, without the key. A changed key, once published, regrades the attempts made.
 */
export const Quizzes: CollectionConfig = {
  slug: 'quizzes',
  access: authored({ read: authors, write: authors }),
  admin: {
    components: { edit: draftsEdit },
    defaultColumns: ['title', 'passMark', '_status'],
    description: {
      en: 'Questions to check what was learned. A quiz becomes part of a course through a lesson.',
      he: 'שאלות לבדיקת הידע. בוחן נכנס לקורס דרך שיעור.',
      ru: 'Вопросы на проверку знаний. Тест входит в курс через урок.',
    },
    listSearchableFields: ['title'],
    useAsTitle: 'title',
  },
  defaultPopulate: { title: true },
  fields: [
    tenant(),
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', he: 'כותרת', ru: 'Название' },
      maxLength: 120,
      required: true,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'passMark',
          type: 'number',
          defaultValue: 70,
          label: { en: 'Pass mark, %', he: 'ציון עובר, %', ru: 'Проходной балл, %' },
          max: 100,
          min: 0,
          required: true,
        },
        {
          name: 'attemptLimit',
          type: 'number',
          admin: {
            description: {
              en: 'Empty for no limit.',
              he: 'ריק: ללא הגבלה.',
              ru: 'Пусто: без ограничения.',
            },
          },
          label: { en: 'Attempts', he: 'ניסיונות', ru: 'Попытки' },
          max: 1000,
          min: 1,
        },
        {
          name: 'timeLimit',
          type: 'number',
          admin: {
            description: {
              en: 'In minutes; empty for no limit.',
              he: 'בדקות; ריק: ללא הגבלה.',
              ru: 'В минутах; пусто: без ограничения.',
            },
          },
          label: { en: 'Time', he: 'זמן', ru: 'Время' },
          max: 1440,
          min: 1,
        },
      ],
    },
    {
      name: 'questions',
      type: 'blocks',
      blocks: questions,
      label: { en: 'Questions', he: 'שאלות', ru: 'Вопросы' },
      required: true,
    },
  ],
  hooks: {
    afterChange: [contentChanged],
    afterDelete: [contentDeleted],
    beforeDelete: [keepTakenQuiz],
  },
  labels: {
    plural: { en: 'Quizzes', he: 'בחנים', ru: 'Тесты' },
    singular: { en: 'Quiz', he: 'בוחן', ru: 'Тест' },
  },
  versions: drafts,
}
