import type { TextField } from 'payload'

import { partial, picture, question } from './parts'

const text = (name: string, label: TextField['label']): TextField => ({
  name,
  type: 'text',
  label,
  maxLength: 300,
  required: true,
})

/** Left sides that each belong to a right one. */
export const matching = question(
  'matching',
  ['Matching', 'התאמה', 'Сопоставление'],
  [
    {
      name: 'pairs',
      type: 'array',
      admin: {
        description: {
          en: 'What belongs together. The right sides are offered in another order for each attempt.',
          he: 'מה שייך למה. התשובות מוצעות בסדר אחר בכל ניסיון.',
          ru: 'Что к чему относится. Правые части в каждой попытке идут в другом порядке.',
        },
      },
      fields: [
        {
          type: 'row',
          fields: [
            text('left', { en: 'What is asked', he: 'מה נשאל', ru: 'Что дано' }),
            text('right', {
              en: 'What belongs to it',
              he: 'מה שייך לזה',
              ru: 'Что к этому относится',
            }),
          ],
        },
        picture(),
      ],
      label: { en: 'Pairs', he: 'זוגות', ru: 'Пары' },
      labels: {
        plural: { en: 'Pairs', he: 'זוגות', ru: 'Пары' },
        singular: { en: 'Pair', he: 'זוג', ru: 'Пара' },
      },
      maxRows: 20,
      minRows: 2,
      required: true,
    },
    {
      name: 'distractors',
      type: 'array',
      admin: {
        description: {
          en: 'Further answers on offer that belong to nothing.',
          he: 'תשובות נוספות שאינן שייכות לדבר.',
          ru: 'Лишние варианты, которые ни к чему не относятся.',
        },
        initCollapsed: true,
      },
      fields: [text('text', { en: 'Answer', he: 'תשובה', ru: 'Ответ' })],
      label: { en: 'Wrong answers', he: 'מסיחים', ru: 'Лишние варианты' },
      labels: {
        plural: { en: 'Wrong answers', he: 'מסיחים', ru: 'Лишние варианты' },
        singular: { en: 'Wrong answer', he: 'מסיח', ru: 'Лишний вариант' },
      },
      maxRows: 10,
    },
    partial(true, {
      en: 'Pairs matched rightly over all pairs.',
      he: 'זוגות שהותאמו נכון חלקי כל הזוגות.',
      ru: 'Верно составленные пары, делённые на все.',
    }),
  ],
)

/** Items to be put in their order. */
export const ordering = question(
  'ordering',
  ['Ordering', 'סידור', 'Упорядочивание'],
  [
    {
      name: 'items',
      type: 'array',
      admin: {
        description: {
          en: 'In the right order. Learners get them in another one.',
          he: 'בסדר הנכון. הלומדים מקבלים אותם בסדר אחר.',
          ru: 'В верном порядке. Студенты получат их в другом.',
        },
      },
      fields: [text('text', { en: 'Item', he: 'פריט', ru: 'Пункт' })],
      label: { en: 'Items', he: 'פריטים', ru: 'Пункты' },
      labels: {
        plural: { en: 'Items', he: 'פריטים', ru: 'Пункты' },
        singular: { en: 'Item', he: 'פריט', ru: 'Пункт' },
      },
      maxRows: 20,
      minRows: 2,
      required: true,
    },
    partial(true, {
      en: 'Items right before the one that follows them, over all that are followed by one.',
      he: 'פריטים שעומדים מיד לפני הפריט שבא אחריהם, חלקי כל הפריטים שאחריהם בא פריט.',
      ru: 'Пункты, стоящие прямо перед своим следующим, делённые на все, за которыми есть следующий.',
    }),
  ],
)
