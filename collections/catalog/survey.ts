import type { Block, BlocksField, Field, GroupField } from 'payload'

import { MOST_STEPS } from '@/domain/catalog/lessons/survey'

type Words = { en: string; he: string; ru: string }

const line = (name: string, label: Words): Field => ({ name, type: 'text', label, maxLength: 60 })

/** What stands at the two ends of a scale. */
const ends: Field = {
  type: 'row',
  fields: [
    line('low', { en: 'At its lowest', he: 'בקצה הנמוך', ru: 'У нижнего края' }),
    line('high', { en: 'At its highest', he: 'בקצה הגבוה', ru: 'У верхнего края' }),
  ],
}

const options: Field = {
  name: 'options',
  type: 'array',
  fields: [
    {
      name: 'text',
      type: 'text',
      label: { en: 'Option', he: 'אפשרות', ru: 'Вариант' },
      maxLength: 200,
      required: true,
    },
  ],
  label: { en: 'Options', he: 'אפשרויות', ru: 'Варианты' },
  labels: {
    plural: { en: 'Options', he: 'אפשרויות', ru: 'Варианты' },
    singular: { en: 'Option', he: 'אפשרות', ru: 'Вариант' },
  },
  maxRows: 20,
  minRows: 2,
  required: true,
}

const asked = (slug: string, label: Words, fields: Field[]): Block => ({
  slug,
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'prompt',
      type: 'textarea',
      label: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
      maxLength: 500,
      required: true,
    },
    {
      name: 'hint',
      type: 'text',
      label: { en: 'Beneath it, smaller', he: 'מתחתיה, באותיות קטנות', ru: 'Под ним, мельче' },
      maxLength: 300,
    },
    ...fields,
    {
      name: 'isRequired',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Has to be answered', he: 'חובה לענות', ru: 'Обязательный вопрос' },
    },
  ],
  labels: { plural: label, singular: label },
})

const questions: BlocksField = {
  name: 'questions',
  type: 'blocks',
  admin: { initCollapsed: true },
  blocks: [
    asked('surveyRating', { en: 'Rating', he: 'דירוג', ru: 'Оценка' }, [
      {
        name: 'steps',
        type: 'number',
        defaultValue: 5,
        label: { en: 'Steps, from 1', he: 'דרגות, מ־1', ru: 'Ступеней, от 1' },
        max: MOST_STEPS,
        min: 2,
        required: true,
      },
      ends,
    ]),
    asked(
      'surveyNps',
      {
        en: 'Recommendation, 0 to 10 (NPS)',
        he: 'המלצה, 0 עד 10 (NPS)',
        ru: 'Готовность рекомендовать, 0–10 (NPS)',
      },
      [ends],
    ),
    asked('surveySingle', { en: 'Single choice', he: 'בחירה יחידה', ru: 'Один вариант' }, [
      options,
    ]),
    asked(
      'surveyMultiple',
      { en: 'Multiple choice', he: 'בחירה מרובה', ru: 'Несколько вариантов' },
      [options],
    ),
    asked('surveyText', { en: 'Text', he: 'טקסט', ru: 'Текст' }, [
      {
        name: 'isLong',
        type: 'checkbox',
        defaultValue: false,
        label: { en: 'Several lines', he: 'כמה שורות', ru: 'Несколько строк' },
      },
    ]),
  ],
  label: { en: 'Questions', he: 'שאלות', ru: 'Вопросы' },
  labels: {
    plural: { en: 'Questions', he: 'שאלות', ru: 'Вопросы' },
    singular: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
  },
  maxRows: 50,
}

/** What a survey asks of its learners, and whether anybody learns who answered what. Questions are kept as JSON. */
export const survey: GroupField = {
  name: 'survey',
  type: 'group',
  admin: { condition: ({ kind }) => kind === 'survey' },
  fields: [
    {
      name: 'isAnonymous',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Answers are kept without a name and without a time, so nobody can find out whose they are, you included. Results show from three answers on. Choose before the first answer: what was given is never named afterwards.',
          he: 'התשובות נשמרות ללא שם וללא זמן, כך שאיש אינו יכול לדעת של מי הן, גם לא אתם. התוצאות מוצגות החל משלוש תשובות. יש לבחור לפני התשובה הראשונה: מה שניתן לא יקבל שם לעולם.',
          ru: 'Ответы хранятся без имени и без времени: никто, включая вас, не узнает, чьи они. Результаты видны с трёх ответов. Выберите до первого ответа: данное анонимно именным не станет.',
        },
      },
      defaultValue: false,
      label: { en: 'Anonymous', he: 'אנונימי', ru: 'Анонимно' },
    },
    questions,
    {
      name: 'results',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/SurveyResultsLink#SurveyResultsLink' },
        disableListColumn: true,
      },
    },
  ],
  label: { en: 'Survey', he: 'סקר', ru: 'Опрос' },
}
