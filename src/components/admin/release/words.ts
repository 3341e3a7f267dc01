'use client'

import { useTranslation } from '@payloadcms/ui'

import { wordsIn } from '../words'

const english = {
  after: (title: string) => `After “${title}”`,
  afterPrevious: 'After what stands before it',
  afterShort: 'After the previous',
  at: 'Date and time',
  cleared: 'Opens at once',
  days: 'Days after enrollment',
  daysHint: 'Opens at midnight of the learner, so many days after the day of enrollment.',
  daysShort: (days: number) => `Day ${days + 1}`,
  done: (title: string) => `Changed when “${title}” opens`,
  edit: 'When it opens…',
  grade: (percent: number, title: string) => `After ${percent}% in “${title}”`,
  gradePercent: 'Percent at least',
  gradeQuiz: 'Quiz lesson',
  kind: 'Opens',
  kinds: {
    after: 'After something is completed',
    date: 'On a date',
    days: 'Some days after enrollment',
    grade: 'After a grade in a quiz',
    none: 'At once',
  },
  lessonsLabel: 'Lessons',
  missing: 'something that was removed',
  noQuiz: 'This course has no quiz lesson yet.',
  save: 'Save',
  sectionsLabel: 'Sections',
  title: (title: string) => `When does “${title}” open?`,
  what: 'What has to be completed',
  zone: 'Whose clock',
  zoneHint:
    'By the learner’s clock, it opens to each when it is this time where they live. By the school’s, it opens to all at one moment.',
  zones: { learner: 'The learner’s', school: 'The school’s' },
}

const hebrew: typeof english = {
  after: (title) => `אחרי ״${title}״`,
  afterPrevious: 'אחרי מה שעומד לפניו',
  afterShort: 'אחרי הקודם',
  at: 'תאריך ושעה',
  cleared: 'נפתח מיד',
  days: 'ימים לאחר ההרשמה',
  daysHint: 'נפתח בחצות לפי שעון הלומד, אחרי מספר הימים הזה מיום ההרשמה.',
  daysShort: (days) => `יום ${days + 1}`,
  done: (title) => `עודכן מתי נפתח ״${title}״`,
  edit: 'מתי זה נפתח…',
  grade: (percent, title) => `אחרי ${percent}% ב״${title}״`,
  gradePercent: 'אחוזים לפחות',
  gradeQuiz: 'שיעור בוחן',
  kind: 'נפתח',
  kinds: {
    after: 'אחרי השלמה של משהו',
    date: 'בתאריך',
    days: 'כמה ימים לאחר ההרשמה',
    grade: 'אחרי ציון בבוחן',
    none: 'מיד',
  },
  lessonsLabel: 'שיעורים',
  missing: 'משהו שנמחק',
  noQuiz: 'בקורס הזה אין עדיין שיעור בוחן.',
  save: 'שמירה',
  sectionsLabel: 'פרקים',
  title: (title) => `מתי נפתח ״${title}״?`,
  what: 'מה צריך להשלים',
  zone: 'לפי השעון של',
  zoneHint:
    'לפי שעון הלומד זה נפתח לכל אחד כשזו השעה אצלו. לפי שעון בית הספר זה נפתח לכולם באותו רגע.',
  zones: { learner: 'הלומד', school: 'בית הספר' },
}

const russian: typeof english = {
  after: (title) => `После «${title}»`,
  afterPrevious: 'После того, что стоит перед ним',
  afterShort: 'После предыдущего',
  at: 'Дата и время',
  cleared: 'Открыто сразу',
  days: 'Дней после зачисления',
  daysHint: 'Откроется в полночь по часам студента, через столько дней после дня зачисления.',
  daysShort: (days) => `День ${days + 1}`,
  done: (title) => `Изменено, когда откроется «${title}»`,
  edit: 'Когда откроется…',
  grade: (percent, title) => `После ${percent} % в «${title}»`,
  gradePercent: 'Процентов не меньше',
  gradeQuiz: 'Урок с тестом',
  kind: 'Открывается',
  kinds: {
    after: 'После прохождения',
    date: 'В определённый день',
    days: 'Через несколько дней после зачисления',
    grade: 'После оценки за тест',
    none: 'Сразу',
  },
  lessonsLabel: 'Уроки',
  missing: 'то, что удалено',
  noQuiz: 'На этом курсе ещё нет урока с тестом.',
  save: 'Сохранить',
  sectionsLabel: 'Разделы',
  title: (title) => `Когда откроется «${title}»?`,
  what: 'Что нужно пройти',
  zone: 'По чьим часам',
  zoneHint:
    'По часам студента — у каждого, когда у него наступит это время. По часам школы — у всех в один момент.',
  zones: { learner: 'Студента', school: 'Школы' },
}

export type ReleaseWords = typeof english

/** What is said about rules of release, in the language of the admin. */
export const useReleaseWords = (): ReleaseWords =>
  wordsIn(useTranslation().i18n.language, { en: english, he: hebrew, ru: russian })
