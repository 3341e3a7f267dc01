import type { Check } from '@/domain/catalog/publication/checklist'
import type { Stage, Step } from '@/domain/catalog/publication/workflow'
import type { Locale } from '@/domain/tenancy/locales'

export type PublicationWords = {
  allSteps: string
  cancel: string
  check: Record<Check, string>
  checklist: (open: number) => string
  codes: Record<string, string>
  complete: string
  done: Record<Step, string>
  failed: string
  heading: string
  history: (lines: number) => string
  hint: Record<Stage, string>
  isPublic: string
  line: Record<Step, string>
  lookAtLinks: string
  looked: (asked: number, dead: number) => string
  looking: string
  mend: string
  must: string
  none: string
  note: string
  noteOf: Partial<Record<Step, string>>
  open: string
  pointHint: string
  queue: (waiting: number) => string
  returned: string
  school: string
  should: string
  since: (when: string) => string
  stage: Record<Stage, string>
  step: Record<Step, string>
  unsure: (links: number) => string
}

const english: PublicationWords = {
  allSteps: 'All steps',
  cancel: 'Cancel',
  check: {
    alt: 'Describe the image',
    captions: 'Add captions',
    cover: 'Add a cover',
    lessons: 'Publish at least one lesson',
    links: 'Mend the link that leads nowhere',
    outcomes: 'Write what learners can do afterwards',
    preview: 'Open a lesson as a preview',
    price: 'Set a price, or offer it for free',
    summary: 'Write a summary',
  },
  checklist: (open) => `Checklist: ${open} to do`,
  codes: {
    approvalRequired: 'Managers of the school decide this.',
    courseChanged: 'The course was changed since you looked at it. Look again, then decide.',
    noteMissing: 'Write a few words first.',
    wrongStage: 'The course is not where it was; here is how it stands now.',
  },
  complete: 'Checklist: nothing is missing',
  done: {
    answer: 'Your answer is in the history.',
    approve: 'Approved and published.',
    archive: 'The course is in the archive.',
    publish: 'Published.',
    reject: 'Returned to its author.',
    reopen: 'The course is a draft again.',
    submit: 'Submitted. You get a mail when somebody has decided.',
    unpublish: 'Visitors do not see the course any more.',
    withdraw: 'Withdrawn.',
  },
  failed: 'That did not work. Try again.',
  heading: 'Publication',
  hint: {
    archived: 'Visitors do not see it; those enrolled keep it.',
    draft: 'Visitors do not see it yet.',
    inReview: 'It waits for a manager of the school to approve it.',
    published: 'Visitors see it.',
  },
  history: (lines) => `History: ${lines}`,
  isPublic: 'Visitors see what was published before.',
  line: {
    answer: 'wrote',
    approve: 'approved it',
    archive: 'archived it',
    publish: 'published it',
    reject: 'returned it',
    reopen: 'took it out of the archive',
    submit: 'submitted it',
    unpublish: 'took it back',
    withdraw: 'withdrew it',
  },
  lookAtLinks: 'Look at the links to other sites',
  looked: (asked, dead) =>
    asked === 0
      ? 'No link leads to another site.'
      : dead === 0
        ? `Links looked at: ${asked}. None of them is dead.`
        : `Links looked at: ${asked}. Nothing is there any more: ${dead}`,
  looking: 'Looking at the links …',
  mend: 'Go to the field',
  must: 'Needed',
  none: 'No course waits. What instructors submit appears here.',
  note: 'Note',
  noteOf: {
    answer: 'Your answer',
    reject: 'What is still missing?',
    submit: 'Note for whoever looks at it',
  },
  open: 'Open the course',
  pointHint: 'What to do about it (may stay empty)',
  queue: (waiting) => `Wait for approval: ${waiting}`,
  returned: 'Returned to you',
  school: 'The platform',
  should: 'Better',
  since: (when) => `since ${when}`,
  stage: { archived: 'Archived', draft: 'Draft', inReview: 'In review', published: 'Published' },
  step: {
    answer: 'Answer',
    approve: 'Approve and publish',
    archive: 'Archive',
    publish: 'Publish',
    reject: 'Return with reasons',
    reopen: 'Take out of the archive',
    submit: 'Submit for approval',
    unpublish: 'Take back',
    withdraw: 'Withdraw',
  },
  unsure: (links) => `Look yourself: ${links} did not answer a program`,
}

const hebrew: PublicationWords = {
  allSteps: 'כל הצעדים',
  cancel: 'ביטול',
  check: {
    alt: 'להוסיף תיאור לתמונה',
    captions: 'להוסיף כתוביות',
    cover: 'להוסיף תמונת שער',
    lessons: 'לפרסם שיעור אחד לפחות',
    links: 'לתקן קישור שאינו מוביל לשום מקום',
    outcomes: 'לכתוב מה אפשר לעשות בסיום הקורס',
    preview: 'לפתוח שיעור לתצוגה מקדימה',
    price: 'לקבוע מחיר, או להציע ללא תשלום',
    summary: 'לכתוב תקציר',
  },
  checklist: (open) => `רשימת בדיקה: ${open} להשלמה`,
  codes: {
    approvalRequired: 'ההחלטה הזו בידי הנהלת בית הספר.',
    courseChanged: 'הקורס השתנה מאז שנבדק. כדאי לבדוק שוב ואז להחליט.',
    noteMissing: 'תחילה יש לכתוב כמה מילים.',
    wrongStage: 'מצב הקורס השתנה בינתיים; כך הוא עכשיו.',
  },
  complete: 'רשימת בדיקה: לא חסר דבר',
  done: {
    answer: 'התשובה נשמרה בהיסטוריה.',
    approve: 'הקורס אושר ופורסם.',
    archive: 'הקורס בארכיון.',
    publish: 'הקורס פורסם.',
    reject: 'הקורס הוחזר.',
    reopen: 'הקורס שוב בטיוטה.',
    submit: 'הקורס הוגש. הודעה תישלח בדוא״ל כשתתקבל החלטה.',
    unpublish: 'הקורס אינו גלוי עוד למבקרים.',
    withdraw: 'ההגשה בוטלה.',
  },
  failed: 'זה לא הצליח. אפשר לנסות שוב.',
  heading: 'פרסום',
  hint: {
    archived: 'הקורס אינו גלוי למבקרים; הרשומים אליו ממשיכים ללמוד.',
    draft: 'הקורס עדיין אינו גלוי למבקרים.',
    inReview: 'הקורס ממתין לאישור של הנהלת בית הספר.',
    published: 'הקורס גלוי למבקרים.',
  },
  history: (lines) => `היסטוריה: ${lines}`,
  isPublic: 'המבקרים רואים את מה שפורסם קודם.',
  line: {
    answer: 'תשובה',
    approve: 'אישור',
    archive: 'העברה לארכיון',
    publish: 'פרסום',
    reject: 'החזרה',
    reopen: 'הוצאה מהארכיון',
    submit: 'הגשה',
    unpublish: 'הסרה מפרסום',
    withdraw: 'ביטול ההגשה',
  },
  lookAtLinks: 'לבדוק את הקישורים לאתרים אחרים',
  looked: (asked, dead) =>
    asked === 0
      ? 'אין קישור לאתר אחר.'
      : dead === 0
        ? `קישורים שנבדקו: ${asked}. כולם חיים.`
        : `קישורים שנבדקו: ${asked}. אין שם עוד דבר: ${dead}`,
  looking: 'בודקים את הקישורים…',
  mend: 'מעבר לשדה',
  must: 'נדרש',
  none: 'אין קורסים שממתינים. קורסים שמרצים יגישו יופיעו כאן.',
  note: 'הערה',
  noteOf: { answer: 'התשובה שלך', reject: 'מה עדיין חסר?', submit: 'הערה למי שיבדוק את הקורס' },
  open: 'פתיחת הקורס',
  pointHint: 'מה לעשות בנושא (אפשר להשאיר ריק)',
  queue: (waiting) => `ממתינים לאישור: ${waiting}`,
  returned: 'הקורס הוחזר להשלמה',
  school: 'הפלטפורמה',
  should: 'מומלץ',
  since: (when) => `מאז ${when}`,
  stage: { archived: 'בארכיון', draft: 'טיוטה', inReview: 'בבדיקה', published: 'מפורסם' },
  step: {
    answer: 'כתיבת תשובה',
    approve: 'אישור ופרסום',
    archive: 'העברה לארכיון',
    publish: 'פרסום',
    reject: 'החזרה עם נימוקים',
    reopen: 'הוצאה מהארכיון',
    submit: 'הגשה לאישור',
    unpublish: 'הסרה מפרסום',
    withdraw: 'ביטול ההגשה',
  },
  unsure: (links) => `כדאי לבדוק בעצמכם: ${links} לא ענו לתוכנה`,
}

const russian: PublicationWords = {
  allSteps: 'Все шаги',
  cancel: 'Отмена',
  check: {
    alt: 'Опишите изображение',
    captions: 'Добавьте субтитры',
    cover: 'Добавьте обложку',
    lessons: 'Опубликуйте хотя бы один урок',
    links: 'Исправьте ссылку, которая никуда не ведёт',
    outcomes: 'Напишите, чему научится студент',
    preview: 'Откройте пробный урок',
    price: 'Назначьте цену или откройте курс бесплатно',
    summary: 'Напишите краткое описание',
  },
  checklist: (open) => `Проверка: осталось ${open}`,
  codes: {
    approvalRequired: 'Это решают руководители школы.',
    courseChanged: 'Курс изменился с тех пор, как вы его смотрели. Посмотрите ещё раз и решите.',
    noteMissing: 'Сначала напишите несколько слов.',
    wrongStage: 'Курс уже в другом состоянии; вот как он выглядит сейчас.',
  },
  complete: 'Проверка: всё на месте',
  done: {
    answer: 'Ответ сохранён в истории.',
    approve: 'Одобрен и опубликован.',
    archive: 'Курс в архиве.',
    publish: 'Опубликован.',
    reject: 'Возвращён автору.',
    reopen: 'Курс снова черновик.',
    submit: 'Отправлен. Когда решат, вам придёт письмо.',
    unpublish: 'Посетители больше не видят курс.',
    withdraw: 'Отозван.',
  },
  failed: 'Не получилось. Попробуйте ещё раз.',
  heading: 'Публикация',
  hint: {
    archived: 'Посетители его не видят; у зачисленных он остаётся.',
    draft: 'Посетители его пока не видят.',
    inReview: 'Ждёт одобрения руководителей школы.',
    published: 'Посетители его видят.',
  },
  history: (lines) => `История: ${lines}`,
  isPublic: 'Посетители видят то, что опубликовано раньше.',
  line: {
    answer: 'ответ',
    approve: 'одобрение',
    archive: 'в архив',
    publish: 'публикация',
    reject: 'возврат',
    reopen: 'из архива',
    submit: 'отправка на проверку',
    unpublish: 'снятие с публикации',
    withdraw: 'отзыв',
  },
  lookAtLinks: 'Проверить ссылки на другие сайты',
  looked: (asked, dead) =>
    asked === 0
      ? 'Ссылок на другие сайты нет.'
      : dead === 0
        ? `Проверено ссылок: ${asked}. Все открываются.`
        : `Проверено ссылок: ${asked}. Больше ничего нет: ${dead}`,
  looking: 'Проверяем ссылки…',
  mend: 'Перейти к полю',
  must: 'Нужно',
  none: 'Ни один курс не ждёт. Здесь появится то, что отправят преподаватели.',
  note: 'Комментарий',
  noteOf: {
    answer: 'Ваш ответ',
    reject: 'Чего ещё не хватает?',
    submit: 'Комментарий для того, кто будет смотреть',
  },
  open: 'Открыть курс',
  pointHint: 'Что с этим сделать (можно не заполнять)',
  queue: (waiting) => `Ждут одобрения: ${waiting}`,
  returned: 'Курс возвращён вам',
  school: 'Платформа',
  should: 'Лучше',
  since: (when) => `с ${when}`,
  stage: {
    archived: 'В архиве',
    draft: 'Черновик',
    inReview: 'На проверке',
    published: 'Опубликован',
  },
  step: {
    answer: 'Ответить',
    approve: 'Одобрить и опубликовать',
    archive: 'В архив',
    publish: 'Опубликовать',
    reject: 'Вернуть с замечаниями',
    reopen: 'Вернуть из архива',
    submit: 'Отправить на проверку',
    unpublish: 'Снять с публикации',
    withdraw: 'Отозвать',
  },
  unsure: (links) => `Проверьте сами: не ответили программе — ${links}`,
}

/** What the admin says of a course on its way to learners. */
export const PUBLICATION_WORDS: Record<Locale, PublicationWords> = {
  en: english,
  he: hebrew,
  ru: russian,
}
