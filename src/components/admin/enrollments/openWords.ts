'use client'

import { useTranslation } from '@payloadcms/ui'

import { wordsIn } from '../words'

const english = {
  because: {
    author: 'Writes courses',
    enrolled: 'Open',
    override: 'Opened by staff',
    preview: 'Free preview',
    reached: 'Open since it was reached',
  },
  failed: 'This did not work. Try again.',
  hint: 'Lessons with a rule stay closed until it is met. Opened here, a lesson stays open to this learner.',
  label: 'What is open',
  locks: {
    after: (title: string) => `Waits for “${title}”`,
    ended: 'Access has ended',
    enroll: 'Not enrolled',
    grade: (title: string, percent: number) => `Waits for ${percent}% in “${title}”`,
    notYet: (moment: string) => `Opens ${moment}`,
    paused: 'Access is paused',
    revoked: 'Access was withdrawn',
    signIn: 'Not signed in',
  },
  none: 'Nothing is published in this course yet.',
  notifies: 'Mail the learner',
  open: 'Open',
  openAll: 'Open all',
  opened: 'Opened',
  openLesson: (title: string) => `Open “${title}” to this learner`,
  reason: 'Reason',
  reasonFirst: 'Write the reason first.',
  zone: (zone: string) => `Dates are in the learner’s zone, ${zone}.`,
}

const hebrew: typeof english = {
  because: {
    author: 'כותב קורסים',
    enrolled: 'פתוח',
    override: 'נפתח על ידי הצוות',
    preview: 'תצוגה מקדימה',
    reached: 'פתוח מאז שהגיעו אליו',
  },
  failed: 'זה לא הצליח. אפשר לנסות שוב.',
  hint: 'שיעורים עם כלל נשארים סגורים עד שהכלל מתקיים. שיעור שנפתח כאן נשאר פתוח ללומד הזה.',
  label: 'מה פתוח',
  locks: {
    after: (title) => `מחכה ל״${title}״`,
    ended: 'הגישה הסתיימה',
    enroll: 'אין הרשמה',
    grade: (title, percent) => `מחכה ל־${percent}% ב״${title}״`,
    notYet: (moment) => `ייפתח ב־${moment}`,
    paused: 'הגישה מושהית',
    revoked: 'הגישה בוטלה',
    signIn: 'אין כניסה לחשבון',
  },
  none: 'עדיין לא פורסם דבר בקורס הזה.',
  notifies: 'לשלוח הודעה ללומד',
  open: 'לפתוח',
  openAll: 'לפתוח הכול',
  opened: 'נפתח',
  openLesson: (title) => `לפתוח את ״${title}״ ללומד הזה`,
  reason: 'סיבה',
  reasonFirst: 'תחילה יש לכתוב סיבה.',
  zone: (zone) => `התאריכים לפי אזור הזמן של הלומד, ${zone}.`,
}

const russian: typeof english = {
  because: {
    author: 'Пишет курсы',
    enrolled: 'Открыт',
    override: 'Открыт вручную',
    preview: 'Пробный урок',
    reached: 'Открыт, раз уже начат',
  },
  failed: 'Не получилось. Попробуйте снова.',
  hint: 'Уроки с правилом закрыты, пока оно не выполнено. Открытый здесь урок останется открытым этому студенту.',
  label: 'Что открыто',
  locks: {
    after: (title) => `Ждёт «${title}»`,
    ended: 'Доступ закончился',
    enroll: 'Нет зачисления',
    grade: (title, percent) => `Ждёт ${percent} % в «${title}»`,
    notYet: (moment) => `Откроется ${moment}`,
    paused: 'Доступ приостановлен',
    revoked: 'Доступ отозван',
    signIn: 'Нужно войти',
  },
  none: 'На этом курсе пока ничего не опубликовано.',
  notifies: 'Написать студенту',
  open: 'Открыть',
  openAll: 'Открыть всё',
  opened: 'Открыто',
  openLesson: (title) => `Открыть «${title}» этому студенту`,
  reason: 'Причина',
  reasonFirst: 'Сначала напишите причину.',
  zone: (zone) => `Даты — по часовому поясу студента, ${zone}.`,
}

export type OpenWords = typeof english

/** What is said about what is open to a learner, in the language of the admin. */
export const useOpenWords = (): OpenWords =>
  wordsIn(useTranslation().i18n.language, { en: english, he: hebrew, ru: russian })
