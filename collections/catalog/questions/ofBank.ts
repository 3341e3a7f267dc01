import type { Block, NumberField } from 'payload'

import { tags } from '../../fields/tags'

const LABEL = '/src/components/admin/bank/BankLabel#BankLabel'

const points = (description: NumberField['admin']): NumberField => ({
  name: 'points',
  type: 'number',
  admin: description,
  label: { en: 'Points', he: 'נקודות', ru: 'Баллы' },
  max: 100,
  min: 1,
})

/** A question of the bank, asked as its newest version or as one that stays. */
export const bankQuestion: Block = {
  slug: 'bankQuestion',
  admin: { components: { Label: LABEL }, disableBlockName: true },
  fields: [
    {
      name: 'question',
      type: 'relationship',
      label: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
      relationTo: 'bank-questions',
      required: true,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'version',
          type: 'number',
          admin: {
            description: {
              en: 'Empty for the newest; a number keeps that one, whatever changes later.',
              he: 'ריק: הגרסה החדשה ביותר. מספר קובע גרסה, גם אם השאלה תשתנה.',
              ru: 'Пусто — новейшая; число закрепляет её, что бы ни изменилось потом.',
            },
          },
          label: { en: 'Version', he: 'גרסה', ru: 'Версия' },
          min: 1,
        },
        points({
          description: {
            en: 'Empty for the question’s own.',
            he: 'ריק: הנקודות של השאלה.',
            ru: 'Пусто — сколько стоит сам вопрос.',
          },
        }),
      ],
    },
  ],
  // The collection is called BankQuestion already.
  graphQL: { singularName: 'QuestionOfBank' },
  labels: {
    plural: { en: 'Bank questions', he: 'שאלות מהמאגר', ru: 'Вопросы банка' },
    singular: { en: 'From the bank', he: 'מהמאגר', ru: 'Из банка' },
  },
}

/** Questions that are drawn from the bank anew for each attempt. */
export const pool: Block = {
  slug: 'pool',
  admin: { components: { Label: LABEL }, disableBlockName: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'count',
          type: 'number',
          defaultValue: 5,
          label: { en: 'How many are drawn', he: 'כמה להגריל', ru: 'Сколько вопросов' },
          max: 100,
          min: 1,
          required: true,
          validate: (value: null | number | undefined) =>
            (value != null && Number.isInteger(value) && value >= 1 && value <= 100) || '1–100',
        },
        points({
          description: {
            en: 'For each; empty for the question’s own.',
            he: 'לכל שאלה; ריק: הנקודות של השאלה.',
            ru: 'За каждый; пусто — сколько стоит сам вопрос.',
          },
        }),
      ],
    },
    tags({
      en: 'Between commas; empty for every question.',
      he: 'מופרדות בפסיקים; ריק: כל השאלות.',
      ru: 'Через запятую; пусто — все вопросы.',
    }),
    {
      name: 'matchAll',
      type: 'checkbox',
      defaultValue: false,
      label: {
        en: 'A question needs all of the tags',
        he: 'לשאלה צריכות להיות כל התגיות',
        ru: 'Нужны все метки сразу',
      },
    },
    {
      name: 'course',
      type: 'relationship',
      admin: {
        description: {
          en: 'Only questions of this course; empty for the whole bank.',
          he: 'רק שאלות של הקורס הזה; ריק: המאגר כולו.',
          ru: 'Только вопросы этого курса; пусто — весь банк.',
        },
      },
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
    },
    {
      name: 'matching',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/bank/PoolCount#PoolCount' },
        disableListColumn: true,
      },
    },
  ],
  labels: {
    plural: { en: 'Random pools', he: 'הגרלות', ru: 'Случайные наборы' },
    singular: { en: 'Random pool', he: 'הגרלה מהמאגר', ru: 'Случайный набор' },
  },
}
