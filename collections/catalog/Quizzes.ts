import type { CollectionConfig, OptionObject } from 'payload'

import type { ReviewPolicy } from '@/domain/catalog/reviewPolicies'

import { REVIEWS } from '@/domain/catalog/reviewPolicies'
import { authored } from '@hooks/access'
import { onAnyCourse, quizzesOf } from '@hooks/access/team'
import { ownBank, ownPictures } from '@hooks/catalog/quizzes'
import { keepTakenQuiz } from '@hooks/catalog/studied'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'

import { drafts, draftsEdit } from '../fields/drafts'
import { tenant } from '../fields/tenant'
import { statisticsTab } from './statisticsTab'
import { quizItems } from './questions'

const REVIEW_WORDS: Record<ReviewPolicy, OptionObject['label']> = {
  afterDate: { en: 'After a date', he: 'אחרי תאריך', ru: 'После даты' },
  afterLast: {
    en: 'After the last attempt',
    he: 'אחרי הניסיון האחרון',
    ru: 'После последней попытки',
  },
  afterSubmitting: { en: 'After each attempt', he: 'אחרי כל ניסיון', ru: 'После каждой попытки' },
  never: { en: 'Never', he: 'אף פעם', ru: 'Никогда' },
}

const REVIEW_OPTIONS = REVIEWS.map((value): OptionObject => ({ label: REVIEW_WORDS[value], value }))

/**
 * Questions with their right answers, so readable by authors alone: a learner gets the questions
 * through an attempt, without the key. A changed key, once published, regrades the attempts made.
 */
export const Quizzes: CollectionConfig = {
  slug: 'quizzes',
  access: {
    ...authored({ read: quizzesOf('see'), write: quizzesOf('write') }),
    create: onAnyCourse('write'),
    readVersions: quizzesOf('see', 'parent'),
  },
  admin: {
    components: {
      edit: draftsEdit,
      views: {
        edit: {
          statistics: statisticsTab('/src/components/admin/QuizStatistics#QuizStatistics'),
        },
      },
    },
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
      type: 'row',
      fields: [
        {
          name: 'shuffleQuestions',
          type: 'checkbox',
          defaultValue: false,
          label: { en: 'Shuffle questions', he: 'ערבוב השאלות', ru: 'Перемешивать вопросы' },
        },
        {
          name: 'shuffleAnswers',
          type: 'checkbox',
          defaultValue: false,
          label: { en: 'Shuffle answers', he: 'ערבוב התשובות', ru: 'Перемешивать ответы' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'review',
          type: 'select',
          admin: {
            description: {
              en: 'Points and explanations are shown at once in any case. The last attempt is the one that passed, or after which no other is allowed.',
              he: 'נקודות והסברים מוצגים תמיד מיד. הניסיון האחרון הוא זה שעבר, או שאין אחריו ניסיון נוסף.',
              ru: 'Баллы и пояснения видны сразу в любом случае. Последняя попытка — успешная или та, после которой других нет.',
            },
          },
          defaultValue: 'afterLast',
          label: {
            en: 'Learners see the right answers',
            he: 'הלומדים רואים את התשובות הנכונות',
            ru: 'Студенты видят верные ответы',
          },
          options: REVIEW_OPTIONS,
          required: true,
        },
        {
          name: 'reviewFrom',
          type: 'date',
          admin: {
            condition: (_, { review }: { review?: string }) => review === 'afterDate',
            date: { pickerAppearance: 'dayAndTime' },
          },
          label: { en: 'From', he: 'החל מ', ru: 'Начиная с' },
        },
      ],
    },
    {
      name: 'fromBank',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/bank/InsertFromBank#InsertFromBank' },
        disableListColumn: true,
      },
    },
    {
      name: 'questions',
      type: 'blocks',
      admin: { initCollapsed: true },
      blocks: quizItems,
      label: { en: 'Questions', he: 'שאלות', ru: 'Вопросы' },
      required: true,
    },
  ],
  hooks: {
    afterChange: [contentChanged],
    afterDelete: [contentDeleted],
    beforeDelete: [keepTakenQuiz],
    beforeValidate: [ownPictures, ownBank],
  },
  labels: {
    plural: { en: 'Quizzes', he: 'בחנים', ru: 'Тесты' },
    singular: { en: 'Quiz', he: 'בוחן', ru: 'Тест' },
  },
  versions: drafts,
}
