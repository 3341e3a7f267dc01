import type { GroupField } from 'payload'

import type { CompletionRule } from '@/domain/catalog/lessons/kinds'

import {
  COMPLETION_RULES,
  fitsKind,
  isLessonKind,
  KIND_RULES,
} from '@/domain/catalog/lessons/kinds'

const LABELS: Record<CompletionRule, { en: string; he: string; ru: string }> = {
  attended: {
    en: 'Joined the session, or saw its recording',
    he: 'הצטרפות למפגש או צפייה בהקלטה',
    ru: 'Участие в эфире или просмотр записи',
  },
  downloaded: { en: 'Downloaded every file', he: 'הורדת כל הקבצים', ru: 'Скачаны все файлы' },
  end: { en: 'Reached the end', he: 'הגעה עד הסוף', ru: 'Дошёл до конца' },
  manual: { en: 'The learner says so', he: 'הלומד מסמן בעצמו', ru: 'Отмечает сам студент' },
  package: { en: 'Its package says so', he: 'החבילה מדווחת על השלמה', ru: 'Сообщает сам пакет' },
  passed: { en: 'Passed', he: 'עמידה בציון', ru: 'Сдано' },
  seen: { en: 'Saw a share of it', he: 'נצפה חלק מסוים', ru: 'Просмотрена доля' },
  submitted: { en: 'Handed in', he: 'הוגש', ru: 'Отправлено' },
}

type Data = { completion?: { rule?: null | string }; kind?: unknown }

/** Whether a share is asked for in a lesson as it is being written. */
const asksShare = ({ completion, kind }: Data): boolean => {
  const rule = fitsKind(completion?.rule, kind)
    ? completion?.rule
    : isLessonKind(kind) && KIND_RULES[kind].completions[0]

  return rule === 'seen' || rule === 'attended'
}

/** What completes a lesson, of the rules that fit its kind. */
export const completion: GroupField = {
  name: 'completion',
  type: 'group',
  admin: { condition: ({ kind }) => isLessonKind(kind) && KIND_RULES[kind].completions.length > 1 },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'rule',
          type: 'select',
          admin: {
            description: {
              en: 'Left empty, the usual of its kind: what is watched or heard by its share, pages by the last of them, a text by the learner’s word, an assignment once it is handed in.',
              he: 'אם השדה ריק, לפי הרגיל בסוג הזה: וידאו ואודיו לפי החלק שנצפה, עמודים לפי האחרון, טקסט לפי סימון הלומד, מטלה לפי ההגשה.',
              ru: 'Если пусто — как принято для этого вида: видео и аудио по доле, страницы по последней, текст по отметке студента, задание — когда оно сдано.',
            },
          },
          filterOptions: ({ data, options }) =>
            options.filter((option) =>
              fitsKind(typeof option === 'string' ? option : option.value, (data as Data).kind),
            ),
          label: { en: 'Complete when', he: 'הושלם כאשר', ru: 'Пройден, когда' },
          options: COMPLETION_RULES.map((value) => ({ label: LABELS[value], value })),
        },
        {
          name: 'percent',
          type: 'number',
          admin: {
            condition: (data) => asksShare(data),
            description: {
              en: 'Of its unique seconds or pages: what is skipped or seen twice does not count. 90 when left empty.',
              he: 'מתוך השניות או העמודים השונים: דילוג או צפייה חוזרת אינם נספרים. 90 אם השדה ריק.',
              ru: 'От уникальных секунд или страниц: пропущенное и просмотренное дважды не считается. Если пусто — 90.',
            },
          },
          label: { en: 'Share, %', he: 'חלק, %', ru: 'Доля, %' },
          max: 100,
          min: 1,
        },
      ],
    },
  ],
  label: { en: 'Completion', he: 'השלמה', ru: 'Прохождение' },
}
