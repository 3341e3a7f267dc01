import type { CheckboxField, Field, GroupField, NumberField } from 'payload'

import type { DueKind, LateRule, Resubmission, WorkKind } from '@/domain/catalog/lessons/assignment'

import {
  DUE_KINDS,
  LATE_RULES,
  MOST_WORK_FILES,
  MOST_WORK_MEGABYTES,
  RESUBMISSIONS,
  USUAL_ASSIGNMENT,
  WORK_KINDS,
} from '@/domain/catalog/lessons/assignment'

import { rubric } from './rubric'

type Words = { en: string; he: string; ru: string }

const FILES: Record<WorkKind, Words> = {
  archives: { en: 'Archives (ZIP)', he: 'ארכיונים (ZIP)', ru: 'Архивы (ZIP)' },
  audio: { en: 'Audio', he: 'אודיו', ru: 'Аудио' },
  documents: {
    en: 'Documents (PDF, Office, text)',
    he: 'מסמכים (PDF, Office, טקסט)',
    ru: 'Документы (PDF, Office, текст)',
  },
  images: { en: 'Images', he: 'תמונות', ru: 'Изображения' },
  video: { en: 'Video', he: 'וידאו', ru: 'Видео' },
}

const DUE: Record<DueKind, Words> = {
  date: { en: 'On a date', he: 'בתאריך', ru: 'В определённый день' },
  enrolled: {
    en: 'Days after enrollment',
    he: 'ימים אחרי ההרשמה',
    ru: 'Через дни после зачисления',
  },
  none: { en: 'Never', he: 'ללא מועד', ru: 'Без срока' },
  released: {
    en: 'Days after the lesson opened',
    he: 'ימים אחרי פתיחת השיעור',
    ru: 'Через дни после открытия урока',
  },
}

const LATE: Record<LateRule, Words> = {
  accepted: { en: 'Accepted', he: 'מתקבל', ru: 'Принимается' },
  deducted: {
    en: 'Accepted, with points taken off per day',
    he: 'מתקבל, בהפחתת נקודות לכל יום',
    ru: 'Принимается со снижением баллов за каждый день',
  },
  refused: { en: 'Refused', he: 'לא מתקבל', ru: 'Не принимается' },
}

const AGAIN: Record<Resubmission, Words> = {
  none: { en: 'Never', he: 'לעולם לא', ru: 'Нельзя' },
  returned: { en: 'When it is given back', he: 'כשהיא מוחזרת', ru: 'Когда её вернули' },
  times: { en: 'A number of times', he: 'מספר פעמים', ru: 'Несколько раз' },
  untilDue: { en: 'Until it is due', he: 'עד מועד ההגשה', ru: 'До срока сдачи' },
}

type Data = { assignment?: Record<string, unknown> & { files?: Record<string, unknown> } }

const said = (data: unknown): NonNullable<Data['assignment']> => (data as Data).assignment ?? {}

const takesFiles = (data: unknown): boolean =>
  WORK_KINDS.some((kind) => Boolean(said(data).files?.[kind]))

const number = (
  name: string,
  {
    max,
    min = 1,
    ...rest
  }: { max: number; min?: number } & Pick<NumberField, 'admin' | 'defaultValue' | 'label'>,
): NumberField => ({ name, type: 'number', max, min, ...rest })

const accepted: Field[] = [
  {
    name: 'takesText',
    type: 'checkbox',
    defaultValue: true,
    label: { en: 'Learners write a text', he: 'הלומדים כותבים טקסט', ru: 'Студенты пишут текст' },
  },
  {
    name: 'files',
    type: 'group',
    admin: { hideGutter: true },
    fields: [
      {
        type: 'row',
        fields: WORK_KINDS.map((kind): CheckboxField => ({
          name: kind,
          type: 'checkbox',
          defaultValue: false,
          label: FILES[kind],
        })),
      },
    ],
    label: { en: 'Learners upload', he: 'הלומדים מעלים', ru: 'Студенты загружают' },
  },
  {
    type: 'row',
    fields: [
      number('filesMost', {
        admin: { condition: takesFiles },
        defaultValue: USUAL_ASSIGNMENT.filesMost,
        label: { en: 'Files at most', he: 'מספר קבצים מרבי', ru: 'Файлов не более' },
        max: MOST_WORK_FILES,
      }),
      number('fileMegabytes', {
        admin: { condition: takesFiles },
        defaultValue: USUAL_ASSIGNMENT.fileMegabytes,
        label: { en: 'Largest file, MB', he: 'קובץ מרבי, מ״ב', ru: 'Файл не больше, МБ' },
        max: MOST_WORK_MEGABYTES,
      }),
    ],
  },
]

const graded: Field = {
  type: 'row',
  fields: [
    number('points', {
      defaultValue: USUAL_ASSIGNMENT.points,
      label: { en: 'Points', he: 'נקודות', ru: 'Баллы' },
      max: 1000,
    }),
    number('passMark', {
      defaultValue: USUAL_ASSIGNMENT.passMark,
      label: { en: 'Pass mark, %', he: 'ציון עובר, %', ru: 'Проходной балл, %' },
      max: 100,
      min: 0,
    }),
  ],
}

const due: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'due',
        type: 'select',
        defaultValue: 'none',
        label: { en: 'Due', he: 'מועד הגשה', ru: 'Срок' },
        options: DUE_KINDS.map((value) => ({ label: DUE[value], value })),
      },
      {
        name: 'dueAt',
        type: 'text',
        admin: {
          components: { Field: '/src/components/admin/ClockField#ClockField' },
          condition: (data) => said(data).due === 'date',
        },
        label: {
          en: 'Due date, by the school’s clock',
          he: 'מועד ההגשה, לפי השעון של בית הספר',
          ru: 'Срок по часам школы',
        },
        validate: (value: null | string | undefined) =>
          !value || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) || 'A date and a time.',
      },
      number('dueDays', {
        admin: {
          condition: (data) => ['enrolled', 'released'].includes(String(said(data).due)),
          description: {
            en: 'At the end of that day, by the school’s clock.',
            he: 'בסוף אותו יום, לפי השעון של בית הספר.',
            ru: 'В конце этого дня по часам школы.',
          },
        },
        defaultValue: 7,
        label: { en: 'Days', he: 'ימים', ru: 'Дней' },
        max: 730,
        min: 0,
      }),
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'late',
        type: 'select',
        admin: { condition: (data) => said(data).due !== 'none' },
        defaultValue: 'accepted',
        label: { en: 'Late work', he: 'הגשה באיחור', ru: 'Опоздавшая работа' },
        options: LATE_RULES.map((value) => ({ label: LATE[value], value })),
      },
      number('lateDeduction', {
        admin: {
          condition: (data) => said(data).due !== 'none' && said(data).late === 'deducted',
          description: {
            en: 'Of all points, for each day that has begun.',
            he: 'מכלל הנקודות, לכל יום שהתחיל.',
            ru: 'От всех баллов за каждый начавшийся день.',
          },
        },
        defaultValue: USUAL_ASSIGNMENT.lateDeduction,
        label: { en: 'Taken off per day, %', he: 'הפחתה ליום, %', ru: 'Снижение за день, %' },
        max: 100,
      }),
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'resubmission',
        type: 'select',
        defaultValue: 'returned',
        label: { en: 'Handed in once more', he: 'הגשה חוזרת', ru: 'Повторная сдача' },
        options: RESUBMISSIONS.map((value) => ({ label: AGAIN[value], value })),
      },
      number('resubmissions', {
        admin: { condition: (data) => said(data).resubmission === 'times' },
        defaultValue: USUAL_ASSIGNMENT.resubmissions,
        label: { en: 'Times', he: 'פעמים', ru: 'Раз' },
        max: 20,
      }),
    ],
  },
]

/** What an assignment takes, by when, and what it is worth; what is asked stands in the lesson's text. */
export const assignment: GroupField = {
  name: 'assignment',
  type: 'group',
  admin: {
    condition: ({ kind }) => kind === 'assignment',
    description: {
      en: 'What learners are asked to do stands in the text above.',
      he: 'מה הלומדים מתבקשים לעשות כתוב בטקסט למעלה.',
      ru: 'Само задание — в тексте выше.',
    },
  },
  fields: [...accepted, graded, rubric, ...due],
  label: { en: 'Assignment', he: 'מטלה', ru: 'Задание' },
}
