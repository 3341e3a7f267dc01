import type {
  ArrayField,
  NumberField,
  RelationshipField,
  SelectField,
  StaticLabel,
  TextareaField,
} from 'payload'

import { lengthOfCourse, lessonsOfCourse } from '@hooks/catalog/courseLength'

import { questionAndAnswer } from '../fields/faq'

import { COURSE_LANGUAGES, languageName } from '@/domain/catalog/languages'

const lines = (name: string, label: StaticLabel, description: StaticLabel): TextareaField => ({
  name,
  type: 'textarea',
  admin: { description },
  label,
  maxLength: 4000,
})

export const requirements = lines(
  'requirements',
  { en: 'Requirements', he: 'דרישות קדם', ru: 'Что понадобится' },
  {
    en: 'What a learner needs before the first lesson; one on each line.',
    he: 'מה נחוץ לפני השיעור הראשון; אחד בכל שורה.',
    ru: 'Что нужно до первого урока; по одному в строке.',
  },
)

export const audience = lines(
  'audience',
  { en: 'Whom it is for', he: 'למי זה מתאים', ru: 'Для кого' },
  {
    en: 'Who will get the most out of it; one on each line.',
    he: 'למי הקורס יתרום במיוחד; אחד בכל שורה.',
    ru: 'Кому курс даст больше всего; по одному в строке.',
  },
)

/** Questions that buyers have, answered on the course's page. */
export const faq: ArrayField = {
  name: 'faq',
  type: 'array',
  fields: questionAndAnswer(2000),
  label: { en: 'Questions and answers', he: 'שאלות ותשובות', ru: 'Вопросы и ответы' },
  labels: {
    plural: { en: 'Questions', he: 'שאלות', ru: 'Вопросы' },
    singular: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
  },
  maxRows: 30,
}

/** Where the catalog shows a course: the main category, whose name stands on its page, and more. */
export const shelves: RelationshipField[] = [
  {
    name: 'category',
    type: 'relationship',
    admin: { position: 'sidebar' },
    index: true,
    label: { en: 'Category', he: 'קטגוריה', ru: 'Категория' },
    relationTo: 'categories',
  },
  {
    name: 'categories',
    type: 'relationship',
    admin: { position: 'sidebar' },
    hasMany: true,
    label: { en: 'Also in', he: 'גם בקטגוריות', ru: 'Также в' },
    maxRows: 10,
    relationTo: 'categories',
  },
]

export const language: SelectField = {
  name: 'language',
  type: 'select',
  admin: {
    description: {
      en: 'The school’s own language when left empty.',
      he: 'כשהשדה ריק, זו שפת בית הספר.',
      ru: 'Если не указан, то язык школы.',
    },
    position: 'sidebar',
  },
  label: { en: 'Taught in', he: 'שפת הקורס', ru: 'Язык курса' },
  options: COURSE_LANGUAGES.map((value) => ({
    label: {
      en: languageName(value, 'en'),
      he: languageName(value, 'he'),
      ru: languageName(value, 'ru'),
    },
    value,
  })),
}

/** What a course comes to, for those who read it: counted when it is read, and stored nowhere. */
export const measures: NumberField[] = [
  {
    name: 'duration',
    type: 'number',
    access: { create: () => false, update: () => false },
    admin: {
      description: 'In seconds: the stated length, else that of all published lessons.',
      hidden: true,
    },
    hooks: { afterRead: [lengthOfCourse] },
    virtual: true,
  },
  {
    name: 'lessonCount',
    type: 'number',
    access: { create: () => false, update: () => false },
    admin: { description: 'Published lessons.', hidden: true },
    hooks: { afterRead: [lessonsOfCourse] },
    virtual: true,
  },
]

export const duration: NumberField = {
  name: 'durationMinutes',
  type: 'number',
  admin: {
    description: {
      en: 'Shown in place of the lessons’ own length, for what takes time beside them.',
      he: 'מוצג במקום אורך השיעורים, כשנדרש זמן גם מעבר להם.',
      ru: 'Показывается вместо длины уроков, если время нужно и помимо них.',
    },
    position: 'sidebar',
  },
  label: { en: 'Length, in minutes', he: 'משך, בדקות', ru: 'Длительность, мин' },
  max: 100_000,
  min: 1,
  validate: (value: null | number | undefined) =>
    value == null ||
    (Number.isInteger(value) && value >= 1 && value <= 100_000) ||
    'A whole number of minutes, from 1 to 100,000.',
}
