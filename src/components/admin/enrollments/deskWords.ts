'use client'

import { useTranslation } from '@payloadcms/ui'

import { wordsIn } from '../words'

const english = {
  actions: {
    enroll: 'Enroll people',
    extend: 'Extend',
    move: 'Move',
    open: 'Open lessons',
    pause: 'Pause',
    remove: 'Remove',
    resume: 'Resume',
  },
  cancel: 'Cancel',
  cohort: 'Cohort',
  cohortFull: (left: number) =>
    `Nobody was changed: this cohort has ${String(left)} places left. Give it more first.`,
  course: 'Course',
  days: 'Days',
  done: (count: number) => `Changed: ${count}`,
  emails: 'Addresses of their accounts, one a line',
  failed: 'This did not work. Check what you wrote and try again.',
  hint: 'Select enrollments below to change them, or to open lessons to them, together.',
  missing: (email: string, courses: string) => `${email} has not completed: ${courses}`,
  moveHint:
    'Progress, notes and results stay. Those who take another course than the cohort’s stay where they are.',
  noCohort: 'None: at their own pace',
  notifies: 'Mail the learners',
  openHint:
    'Opens lessons that rules hold back to everybody selected: the ticked ones, or all of them where none is ticked.',
  prerequisites: 'Enroll them even where a course that has to be completed before is missing',
  reason: 'Reason, which the learners see in their history',
  selected: (count: number) => `Selected: ${count}`,
  term: 'Open',
  terms: { days: 'For a number of days', forever: 'For good', until: 'Until a date' },
  unknown: (emails: string) => `No account has: ${emails}`,
  until: 'Until',
}

const hebrew: typeof english = {
  actions: {
    enroll: 'רישום אנשים',
    extend: 'הארכה',
    move: 'העברה',
    open: 'פתיחת שיעורים',
    pause: 'השהיה',
    remove: 'הסרה',
    resume: 'חידוש',
  },
  cancel: 'ביטול',
  cohort: 'מחזור',
  cohortFull: (left) => `לא שונה דבר: במחזור הזה נשארו ${String(left)} מקומות. קודם צריך להוסיף.`,
  course: 'קורס',
  days: 'ימים',
  done: (count) => `שונו: ${count}`,
  emails: 'כתובות החשבונות שלהם, אחת בכל שורה',
  failed: 'זה לא הצליח. אפשר לבדוק מה נכתב ולנסות שוב.',
  hint: 'אפשר לבחור הרשמות למטה כדי לשנות אותן או לפתוח להן שיעורים יחד.',
  missing: (email, courses) => `${email}: לא הושלמו ${courses}`,
  moveHint: 'ההתקדמות, ההערות והתוצאות נשארות. מי שבקורס אחר מזה של המחזור נשאר במקומו.',
  noCohort: 'ללא: בקצב שלהם',
  notifies: 'לשלוח הודעה ללומדים',
  openHint: 'פותח לכל הנבחרים שיעורים שכללים מעכבים: את המסומנים, או את כולם אם לא סומן דבר.',
  prerequisites: 'לרשום גם אם חסר קורס שצריך להשלים לפני כן',
  reason: 'סיבה, שהלומדים רואים בהיסטוריה שלהם',
  selected: (count) => `נבחרו: ${count}`,
  term: 'פתוח',
  terms: { days: 'למספר ימים', forever: 'לתמיד', until: 'עד תאריך' },
  unknown: (emails) => `אין חשבון עם: ${emails}`,
  until: 'עד',
}

const russian: typeof english = {
  actions: {
    enroll: 'Зачислить',
    extend: 'Продлить',
    move: 'Перевести',
    open: 'Открыть уроки',
    pause: 'Приостановить',
    remove: 'Отчислить',
    resume: 'Возобновить',
  },
  cancel: 'Отмена',
  cohort: 'Поток',
  cohortFull: (left) =>
    `Ничего не изменилось: в этом потоке осталось мест: ${String(left)}. Сначала добавьте.`,
  course: 'Курс',
  days: 'Дней',
  done: (count) => `Изменено: ${count}`,
  emails: 'Адреса их аккаунтов, по одному в строке',
  failed: 'Не получилось. Проверьте, что написано, и попробуйте снова.',
  hint: 'Выберите зачисления ниже, чтобы изменить их или открыть им уроки все вместе.',
  missing: (email, courses) => `${email}: не пройдено ${courses}`,
  moveHint:
    'Пройденное, заметки и результаты остаются. Кто учится на другом курсе, чем этот поток, останется где был.',
  noCohort: 'Никакой: в своём темпе',
  notifies: 'Написать студентам',
  openHint:
    'Открывает всем выбранным уроки, закрытые правилами: отмеченные или все, если ни один не отмечен.',
  prerequisites: 'Зачислить, даже если не пройден курс, который нужен до этого',
  reason: 'Причина, её студенты увидят в своей истории',
  selected: (count) => `Выбрано: ${count}`,
  term: 'Открыть',
  terms: { days: 'На несколько дней', forever: 'Навсегда', until: 'До определённого дня' },
  unknown: (emails) => `Нет аккаунта: ${emails}`,
  until: 'До',
}

export type DeskWords = typeof english

/** What is said where staff change enrollments, in the language of the admin. */
export const useDeskWords = (): DeskWords =>
  wordsIn(useTranslation().i18n.language, { en: english, he: hebrew, ru: russian })
