'use client'

import { useTranslation } from '@payloadcms/ui'

import { wordsIn } from '../words'

const english = {
  actions: {
    enroll: 'Enroll people',
    extend: 'Extend',
    more: 'More time in quizzes',
    move: 'Move',
    open: 'Open lessons',
    pause: 'Pause',
    remove: 'Remove',
    resume: 'Resume',
  },
  allQuizzes: 'All quizzes of the course',
  attempts: 'Attempts on top',
  cancel: 'Cancel',
  cohort: 'Cohort',
  cohortFull: (left: number) =>
    `Nobody was changed: this cohort has ${String(left)} places left. Give it more first.`,
  course: 'Course',
  days: 'Days',
  done: (count: number) => `Changed: ${count}`,
  emails: 'Addresses of their accounts, one a line',
  factor: 'Times the minutes',
  failed: 'This did not work. Check what you wrote and try again.',
  hint: 'Select enrollments below to change them, or to open lessons to them, together.',
  minutes: 'Minutes on top',
  missing: (email: string, courses: string) => `${email} has not completed: ${courses}`,
  moreHint:
    'The newest counts: one for a quiz before one for all. 1, 0 and 0 take back. An attempt under way gets its new end at once.',
  moveHint:
    'Progress, notes and results stay. Those who take another course than the cohort’s stay where they are.',
  noCohort: 'None: at their own pace',
  notifies: 'Mail the learners',
  openHint:
    'Opens lessons that rules hold back to everybody selected: the ticked ones, or all of them where none is ticked.',
  prerequisites: 'Enroll them even where a course that has to be completed before is missing',
  quiz: 'Quiz',
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
    more: 'תוספת זמן בבחנים',
    move: 'העברה',
    open: 'פתיחת שיעורים',
    pause: 'השהיה',
    remove: 'הסרה',
    resume: 'חידוש',
  },
  allQuizzes: 'כל הבחנים בקורס',
  attempts: 'ניסיונות נוספים',
  cancel: 'ביטול',
  cohort: 'מחזור',
  cohortFull: (left) => `לא שונה דבר: במחזור הזה נשארו ${String(left)} מקומות. קודם צריך להוסיף.`,
  course: 'קורס',
  days: 'ימים',
  done: (count) => `שונו: ${count}`,
  emails: 'כתובות החשבונות שלהם, אחת בכל שורה',
  factor: 'כפול הדקות',
  failed: 'זה לא הצליח. אפשר לבדוק מה נכתב ולנסות שוב.',
  hint: 'אפשר לבחור הרשמות למטה כדי לשנות אותן או לפתוח להן שיעורים יחד.',
  minutes: 'דקות נוספות',
  missing: (email, courses) => `${email}: לא הושלמו ${courses}`,
  moreHint:
    'האחרון קובע: קודם לבוחן עצמו, אחר כך לכולם. 1, 0 ו־0 מבטלים. ניסיון שמתנהל מקבל מיד סוף חדש.',
  moveHint: 'ההתקדמות, ההערות והתוצאות נשארות. מי שבקורס אחר מזה של המחזור נשאר במקומו.',
  noCohort: 'ללא: בקצב שלהם',
  notifies: 'לשלוח הודעה ללומדים',
  openHint: 'פותח לכל הנבחרים שיעורים שכללים מעכבים: את המסומנים, או את כולם אם לא סומן דבר.',
  prerequisites: 'לרשום גם אם חסר קורס שצריך להשלים לפני כן',
  quiz: 'בוחן',
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
    more: 'Больше времени в тестах',
    move: 'Перевести',
    open: 'Открыть уроки',
    pause: 'Приостановить',
    remove: 'Отчислить',
    resume: 'Возобновить',
  },
  allQuizzes: 'Все тесты курса',
  attempts: 'Ещё попыток',
  cancel: 'Отмена',
  cohort: 'Поток',
  cohortFull: (left) =>
    `Ничего не изменилось: в этом потоке осталось мест: ${String(left)}. Сначала добавьте.`,
  course: 'Курс',
  days: 'Дней',
  done: (count) => `Изменено: ${count}`,
  emails: 'Адреса их аккаунтов, по одному в строке',
  factor: 'Во сколько раз больше минут',
  failed: 'Не получилось. Проверьте, что написано, и попробуйте снова.',
  hint: 'Выберите зачисления ниже, чтобы изменить их или открыть им уроки все вместе.',
  minutes: 'Ещё минут',
  missing: (email, courses) => `${email}: не пройдено ${courses}`,
  moreHint:
    'Действует последнее: сначала для самого теста, потом для всех. 1, 0 и 0 отменяют. Идущая попытка сразу получает новый срок.',
  moveHint:
    'Пройденное, заметки и результаты остаются. Кто учится на другом курсе, чем этот поток, останется где был.',
  noCohort: 'Никакой: в своём темпе',
  notifies: 'Написать студентам',
  openHint:
    'Открывает всем выбранным уроки, закрытые правилами: отмеченные или все, если ни один не отмечен.',
  prerequisites: 'Зачислить, даже если не пройден курс, который нужен до этого',
  quiz: 'Тест',
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
