import type { DateKind } from '@/domain/catalog/transfer/shift'

const kinds: Record<DateKind, string> = {
  closes: 'Session ends',
  due: 'Due',
  opens: 'Session begins',
  release: 'Opens',
  review: 'Right answers from',
}

const english = {
  after: 'In the clone',
  before: 'Now',
  cancel: 'Cancel',
  clone: 'Clone',
  days: 'Shift every date by days',
  daysHint: 'Back with a minus. Each keeps its hour, also where summer time begins or ends.',
  done: 'Cloned as a draft.',
  failed: 'That did not work. Try again.',
  heading: 'Clone the course',
  hint: 'Sections, lessons, quizzes, rules, translations and settings, with the same files. Learners, their work, prices, orders and reviews stay here.',
  kinds,
  limit: 'The plan of the school has no more room for courses.',
  more: (count: number) => `and ${count} more`,
  noDates: 'This course has no dates to shift.',
  of: 'Date',
  title: 'Title of the clone',
  working: 'Cloning…',
}

type Words = typeof english

const hebrew: Words = {
  after: 'בשכפול',
  before: 'עכשיו',
  cancel: 'ביטול',
  clone: 'שכפול',
  days: 'הזזת כל התאריכים בימים',
  daysHint: 'אחורה עם מינוס. כל תאריך שומר על השעה שלו, גם במעבר לשעון קיץ או חורף.',
  done: 'שוכפל כטיוטה.',
  failed: 'זה לא הצליח. נסו שוב.',
  heading: 'שכפול הקורס',
  hint: 'פרקים, שיעורים, בחנים, כללים, תרגומים והגדרות, עם אותם קבצים. הלומדים ועבודתם, המחירים, ההזמנות והביקורות נשארים כאן.',
  kinds: {
    closes: 'סוף המפגש',
    due: 'מועד הגשה',
    opens: 'תחילת המפגש',
    release: 'נפתח',
    review: 'תשובות נכונות החל מ',
  },
  limit: 'אין עוד מקום לקורסים במסלול של בית הספר.',
  more: (count) => `ועוד ${count}`,
  noDates: 'בקורס הזה אין תאריכים להזיז.',
  of: 'תאריך',
  title: 'כותרת השכפול',
  working: 'משכפלים…',
}

const russian: Words = {
  after: 'В копии',
  before: 'Сейчас',
  cancel: 'Отмена',
  clone: 'Клонировать',
  days: 'Сдвинуть все даты на дней',
  daysHint: 'Назад — с минусом. Час у каждой даты остаётся прежним, даже при переводе часов.',
  done: 'Клонирован как черновик.',
  failed: 'Не получилось. Попробуйте ещё раз.',
  heading: 'Клонировать курс',
  hint: 'Разделы, уроки, тесты, правила, переводы и настройки с теми же файлами. Студенты и их работы, цены, заказы и отзывы остаются здесь.',
  kinds: {
    closes: 'Конец эфира',
    due: 'Срок сдачи',
    opens: 'Начало эфира',
    release: 'Открывается',
    review: 'Верные ответы с',
  },
  limit: 'В тарифе школы больше нет места для курсов.',
  more: (count) => `и ещё ${count}`,
  noDates: 'В этом курсе нет дат, которые можно сдвинуть.',
  of: 'Дата',
  title: 'Название копии',
  working: 'Клонируем…',
}

export const CLONE_WORDS = { en: english, he: hebrew, ru: russian }

export type CloneWords = Words
