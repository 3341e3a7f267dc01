import type { CollectionConfig } from 'payload'

import { authored, authors, nobody } from '@hooks/access'
import { keepAskedQuestion, keepVersion, nextVersion, tidyTags } from '@hooks/catalog/bank'
import { ownPictures } from '@hooks/catalog/quizzes'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'

import { tags } from '../fields/tags'
import { tenant } from '../fields/tenant'
import { questions } from './questions'
import { statisticsTab } from './statisticsTab'

/**
 * Questions outside of quizzes, which quizzes ask by name or draw from. Each change of what is asked is a version;
 * an attempt keeps the one that it was asked. Readable by authors alone, as quizzes are.
 */
export const BankQuestions: CollectionConfig = {
  slug: 'bank-questions',
  access: { ...authored({ read: authors, write: authors }), readVersions: nobody },
  admin: {
    components: {
      views: {
        edit: {
          statistics: statisticsTab('/src/components/admin/BankStatistics#BankStatistics'),
        },
      },
    },
    defaultColumns: ['title', 'tags', 'course', 'version', 'updatedAt'],
    description: {
      en: 'Questions that any quiz can ask, one by one or drawn at random by their tags.',
      he: 'שאלות שכל בוחן יכול לשאול: אחת אחת, או בהגרלה לפי תגיות.',
      ru: 'Вопросы, которые может задать любой тест: по одному или случайно по меткам.',
    },
    listSearchableFields: ['title', 'tags'],
    useAsTitle: 'title',
  },
  defaultPopulate: { title: true },
  fields: [
    tenant(),
    {
      name: 'question',
      type: 'blocks',
      blocks: questions,
      label: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
      labels: {
        plural: { en: 'Questions', he: 'שאלות', ru: 'Вопросы' },
        singular: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
      },
      maxRows: 1,
      minRows: 1,
      required: true,
    },
    tags({
      en: 'Between commas. Pools of quizzes draw by them.',
      he: 'מופרדות בפסיקים. לפיהן מגרילים בחנים.',
      ru: 'Через запятую. По ним тесты набирают случайные вопросы.',
    }),
    {
      name: 'course',
      type: 'relationship',
      admin: {
        description: {
          en: 'Empty for a question of the whole school.',
          he: 'ריק: שאלה של בית הספר כולו.',
          ru: 'Пусто: вопрос всей школы.',
        },
        position: 'sidebar',
      },
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
    },
    {
      name: 'corrects',
      type: 'checkbox',
      admin: {
        description: {
          en: 'When the question changes, grade earlier attempts by its new key as well. Untick where it asks something else now.',
          he: 'כשהשאלה משתנה, לבדוק לפי המפתח החדש גם ניסיונות קודמים. בטלו אם השאלה שואלת עכשיו דבר אחר.',
          ru: 'При изменении вопроса пересчитать по новому ключу и прежние попытки. Снимите, если спрашивается уже другое.',
        },
        position: 'sidebar',
      },
      defaultValue: true,
      label: {
        en: 'Changes are corrections',
        he: 'שינויים הם תיקונים',
        ru: 'Изменения — исправления',
      },
    },
    {
      name: 'isRetired',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Pools draw it no more; quizzes that name it still ask it.',
          he: 'לא יוגרל עוד; בחנים שמציינים אותו ימשיכו לשאול.',
          ru: 'Больше не выпадает в наборах; тесты, где он назван, его задают.',
        },
        position: 'sidebar',
      },
      defaultValue: false,
      label: { en: 'Retired', he: 'הוצא משימוש', ru: 'Выведен из оборота' },
    },
    {
      name: 'version',
      type: 'number',
      admin: { position: 'sidebar', readOnly: true },
      defaultValue: 0,
      label: { en: 'Version', he: 'גרסה', ru: 'Версия' },
    },
    {
      name: 'title',
      type: 'text',
      admin: { hidden: true },
      index: true,
      label: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
    },
    { name: 'key', type: 'text', admin: { hidden: true } },
    {
      name: 'versions',
      type: 'join',
      admin: { allowCreate: false, defaultColumns: ['number', 'corrects', 'author', 'createdAt'] },
      collection: 'bank-versions',
      defaultSort: '-number',
      label: { en: 'Versions', he: 'גרסאות', ru: 'Версии' },
      on: 'question',
    },
  ],
  hooks: {
    afterChange: [keepVersion, contentChanged],
    afterDelete: [contentDeleted],
    beforeChange: [tidyTags, nextVersion],
    beforeDelete: [keepAskedQuestion],
    beforeValidate: [ownPictures],
  },
  indexes: [{ fields: ['tenant', 'key'], unique: true }],
  labels: {
    plural: { en: 'Question bank', he: 'מאגר שאלות', ru: 'Банк вопросов' },
    singular: { en: 'Bank question', he: 'שאלה במאגר', ru: 'Вопрос банка' },
  },
  lockDocuments: false,
}
