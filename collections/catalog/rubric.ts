import type { Block, BlocksField } from 'payload'

const criterion: Block = {
  slug: 'criterion',
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Criterion', he: 'קריטריון', ru: 'Критерий' },
      maxLength: 200,
      required: true,
    },
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'What it means', he: 'הסבר', ru: 'Что это значит' },
      maxLength: 1000,
    },
    {
      name: 'levels',
      type: 'array',
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'title',
              type: 'text',
              label: { en: 'Level', he: 'רמה', ru: 'Уровень' },
              maxLength: 200,
              required: true,
            },
            {
              name: 'points',
              type: 'number',
              label: { en: 'Points', he: 'נקודות', ru: 'Баллы' },
              max: 1000,
              min: 0,
              required: true,
            },
          ],
        },
      ],
      label: { en: 'Levels', he: 'רמות', ru: 'Уровни' },
      labels: {
        plural: { en: 'Levels', he: 'רמות', ru: 'Уровни' },
        singular: { en: 'Level', he: 'רמה', ru: 'Уровень' },
      },
      maxRows: 10,
      minRows: 1,
    },
  ],
  interfaceName: 'AssignmentCriterion',
  labels: {
    plural: { en: 'Criteria', he: 'קריטריונים', ru: 'Критерии' },
    singular: { en: 'Criterion', he: 'קריטריון', ru: 'Критерий' },
  },
}

/** What work is judged by, criterion by criterion; learners see it beforehand. Kept as JSON. */
export const rubric: BlocksField = {
  name: 'rubric',
  type: 'blocks',
  admin: {
    description: {
      en: 'Its points are taken in proportion to those of the assignment. Left empty, the work is graded as a whole.',
      he: 'הנקודות מחושבות ביחס לנקודות המטלה. אם ריק, העבודה נבדקת כמכלול.',
      ru: 'Баллы пересчитываются в баллы задания. Если пусто, работа оценивается целиком.',
    },
    initCollapsed: true,
  },
  blocks: [criterion],
  label: { en: 'Rubric', he: 'מחוון', ru: 'Критерии' },
  labels: {
    plural: { en: 'Criteria', he: 'קריטריונים', ru: 'Критерии' },
    singular: { en: 'Criterion', he: 'קריטריון', ru: 'Критерий' },
  },
  maxRows: 20,
}
