import type { PayloadRequest } from 'payload'

import { accepted, partial, question, say, strictness } from './parts'

/** Typed, and compared with the accepted answers. */
export const shortText = question(
  'shortText',
  ['Short text', 'טקסט קצר', 'Короткий текст'],
  [accepted(), strictness],
)

/** A number within a tolerance. */
export const number = question(
  'number',
  ['Number', 'מספר', 'Число'],
  [
    {
      type: 'row',
      fields: [
        {
          name: 'value',
          type: 'number',
          label: { en: 'Right number', he: 'המספר הנכון', ru: 'Верное число' },
          required: true,
        },
        {
          name: 'tolerance',
          type: 'number',
          admin: {
            description: {
              en: 'How far off an answer may be.',
              he: 'כמה תשובה יכולה לסטות.',
              ru: 'Насколько ответ может отличаться.',
            },
          },
          defaultValue: 0,
          label: { en: 'Tolerance', he: 'סטייה מותרת', ru: 'Допуск' },
          min: 0,
        },
        {
          name: 'toleranceIn',
          type: 'select',
          defaultValue: 'value',
          label: { en: 'Tolerance in', he: 'יחידת הסטייה', ru: 'Допуск в' },
          options: [
            {
              label: { en: 'the number’s unit', he: 'יחידת המספר', ru: 'единицах числа' },
              value: 'value',
            },
            { label: { en: 'per cent', he: 'אחוזים', ru: 'процентах' }, value: 'percent' },
          ],
        },
        {
          name: 'unit',
          type: 'text',
          admin: {
            description: {
              en: 'Shown beside the box; nobody has to type it.',
              he: 'מוצגת ליד השדה; אין צורך להקליד אותה.',
              ru: 'Стоит рядом с полем, вводить её не нужно.',
            },
          },
          label: { en: 'Unit', he: 'יחידה', ru: 'Единица' },
          maxLength: 20,
        },
      ],
    },
  ],
)

type Sibling = { siblingData: { gaps?: unknown } }

/** Whether a text names each gap from 1 to `count` exactly once, and no other. */
const namesGaps = (text: string, count: number): boolean => {
  const named = [...text.matchAll(/\[(\d+)\]/g)].map(([, name]) => Number(name))

  return named.length === count && new Set(named).size === count && Math.max(0, ...named) === count
}

/** A text with gaps. */
export const cloze = question(
  'cloze',
  ['Text with gaps', 'השלמת טקסט', 'Текст с пропусками'],
  [
    {
      name: 'text',
      type: 'textarea',
      admin: {
        description: {
          en: 'Write [1] for the first gap, [2] for the second and so on: “Light travels in [1] lines.” Their answers stand below in the same order.',
          he: 'כתבו [1] במקום החסר הראשון, [2] בשני וכן הלאה: ”האור נע בקווים [1].“ התשובות רשומות למטה באותו סדר.',
          ru: 'Пишите [1] на месте первого пропуска, [2] — второго и так далее: «Свет идёт по [1] линиям». Ответы — ниже в том же порядке.',
        },
      },
      label: { en: 'Text', he: 'טקסט', ru: 'Текст' },
      maxLength: 5000,
      required: true,
      validate: (
        value: null | string | undefined,
        { req, siblingData }: Sibling & { req: PayloadRequest },
      ) => {
        const count = Array.isArray(siblingData.gaps) ? siblingData.gaps.length : 0

        return (
          namesGaps(value ?? '', count) ||
          say(req, {
            en: 'The text needs each gap below once: [1], [2] …',
            he: 'כל חסר שלמטה צריך להופיע בטקסט פעם אחת: [1], [2] …',
            ru: 'В тексте должен быть каждый пропуск по одному разу: [1], [2] …',
          })
        )
      },
    },
    {
      name: 'gaps',
      type: 'array',
      fields: [accepted()],
      label: { en: 'Gaps', he: 'חסרים', ru: 'Пропуски' },
      labels: {
        plural: { en: 'Gaps', he: 'חסרים', ru: 'Пропуски' },
        singular: { en: 'Gap', he: 'חסר', ru: 'Пропуск' },
      },
      maxRows: 20,
      minRows: 1,
      required: true,
    },
    strictness,
    partial(true, {
      en: 'Gaps filled rightly over all gaps.',
      he: 'חסרים שהושלמו נכון חלקי כל החסרים.',
      ru: 'Верно заполненные пропуски, делённые на все.',
    }),
  ],
)

/** Written freely, and read by somebody who gives points for it. */
export const essay = question(
  'essay',
  ['Essay', 'שאלה פתוחה', 'Развёрнутый ответ'],
  [
    {
      name: 'mostWords',
      type: 'number',
      admin: {
        description: {
          en: 'Learners see how many they have written; empty for no limit.',
          he: 'הלומדים רואים כמה מילים כתבו; ריק: ללא הגבלה.',
          ru: 'Студенты видят, сколько написали; пусто — без ограничения.',
        },
      },
      label: { en: 'Words at most', he: 'מספר מילים מרבי', ru: 'Слов не больше' },
      max: 3000,
      min: 1,
    },
    {
      name: 'guide',
      type: 'textarea',
      admin: {
        description: {
          en: 'What a good answer has. Graders alone see it.',
          he: 'מה יש בתשובה טובה. רק הבודקים רואים.',
          ru: 'Что должно быть в хорошем ответе. Видят только проверяющие.',
        },
      },
      label: { en: 'For graders', he: 'לבודקים', ru: 'Для проверяющих' },
      maxLength: 2000,
    },
  ],
)
