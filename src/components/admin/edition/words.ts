import type { Locale } from '@/domain/tenancy/locales'
import type { EditionChange } from '@/domain/learning/editions'

type Words = {
  changes: Record<EditionChange['change'], string>
  compare: string
  failed: string
  follow: string
  followed: string
  followHint: string
  following: string
  hint: string
  item: Record<EditionChange['item'], string>
  kept: (of: {
    by: null | string
    lessons: number
    madeAt: string
    number: number
    pinnedAt: string
  }) => string
  none: string
  pin: string
  pinAgainHint: string
  pinned: string
  pinnedTitle: (number: number) => string
  retry: string
  saveFirst: string
  since: (count: number) => string
  title: string
  was: (title: string) => string
}

/** A name in a sentence of the other direction, set apart (Unicode FSI and PDI). */
const isolated = (name: string): string => `\u2068${name}\u2069`

/** What the panel of a cohort's edition says. */
export const EDITION_WORDS: Record<Locale, Words> = {
  en: {
    changes: { added: 'New', changed: 'Changed', moved: 'Moved', removed: 'Gone' },
    compare: 'Compare',
    failed: 'This could not be done. Reload the page and try again.',
    follow: 'Follow the course again',
    followed: 'The cohort follows the course again.',
    followHint:
      'Its learners will see the course as it stands now and whatever is changed from here on. What they completed stays.',
    following: 'Learners of this cohort see every change of the course at once.',
    hint: 'They can keep it as it stands now instead: lessons, texts, order and rules. New lessons are then neither shown to them nor asked of them, and what is removed stays theirs. Questions of quizzes stay those of the quiz.',
    item: { lesson: 'Lesson', section: 'Section' },
    kept: ({ by, lessons, madeAt, pinnedAt }) =>
      `As it stood on ${madeAt}: ${lessons} ${lessons === 1 ? 'lesson' : 'lessons'}. Pinned ${pinnedAt}${by ? ` by ${isolated(by)}` : ' when the cohort started'}.`,
    none: 'Nothing in the course is different since.',
    pin: 'Pin to the course as it stands now',
    pinAgainHint:
      'Its learners will see the course as it stands now in place of the edition they have. What they completed stays.',
    pinned: 'The cohort keeps the course as it stands now.',
    pinnedTitle: (number) => `Pinned to edition ${number}`,
    retry: 'Try again',
    saveFirst: 'Once the cohort is saved you can pin it to the course as it stands.',
    since: (count) => `Different in the course now: ${count}`,
    title: 'Edition of the course',
    was: (title) => `was “${isolated(title)}”`,
  },
  he: {
    changes: { added: 'חדש', changed: 'השתנה', moved: 'עבר מקום', removed: 'הוסר' },
    compare: 'השוואה',
    failed: 'הפעולה לא הצליחה. אפשר לטעון את הדף מחדש ולנסות שוב.',
    follow: 'לחזור לקורס המתעדכן',
    followed: 'המחזור חזר לקורס המתעדכן.',
    followHint: 'הלומדים יראו את הקורס כפי שהוא עכשיו, ואת כל שינוי מכאן והלאה. מה שהושלם נשאר.',
    following: 'לומדי המחזור רואים כל שינוי בקורס מייד.',
    hint: 'אפשר גם לשמור להם את הקורס כפי שהוא עכשיו: שיעורים, טקסטים, סדר וכללים. שיעורים חדשים לא יוצגו להם ולא יידרשו מהם, ומה שיוסר יישאר שלהם. שאלות הבחנים נשארות אלה של הבוחן.',
    item: { lesson: 'שיעור', section: 'פרק' },
    kept: ({ by, lessons, madeAt, pinnedAt }) =>
      `כפי שהיה ב־${madeAt}, מספר השיעורים: ${lessons}. קובע ב־${pinnedAt}${by ? ` על ידי ${isolated(by)}` : ' עם תחילת המחזור'}.`,
    none: 'מאז לא השתנה דבר בקורס.',
    pin: 'לקבע את הקורס כפי שהוא עכשיו',
    pinAgainHint: 'הלומדים יראו את הקורס כפי שהוא עכשיו במקום המהדורה שיש להם. מה שהושלם נשאר.',
    pinned: 'המחזור ילמד לפי הקורס כפי שהוא עכשיו.',
    pinnedTitle: (number) => `מקובע למהדורה ${number}`,
    retry: 'לנסות שוב',
    saveFirst: 'אחרי שמירת המחזור אפשר יהיה לקבע עבורו את הקורס כפי שהוא.',
    since: (count) => `הבדלים בקורס עכשיו: ${count}`,
    title: 'מהדורת הקורס',
    was: (title) => `היה ״${isolated(title)}״`,
  },
  ru: {
    changes: { added: 'Добавлено', changed: 'Изменено', moved: 'Переставлено', removed: 'Убрано' },
    compare: 'Сравнить',
    failed: 'Не получилось. Обновите страницу и попробуйте снова.',
    follow: 'Вернуть к обновляемому курсу',
    followed: 'Поток снова видит курс со всеми изменениями.',
    followHint:
      'Студенты увидят курс таким, какой он сейчас, и все дальнейшие изменения. Пройденное останется.',
    following: 'Студенты потока сразу видят все изменения курса.',
    hint: 'Можно сохранить для них курс таким, какой он сейчас: уроки, тексты, порядок и правила. Новых уроков они не увидят, и проходить их не понадобится, а убранное останется у них. Вопросы тестов берутся из самого теста.',
    item: { lesson: 'Урок', section: 'Раздел' },
    kept: ({ by, lessons, madeAt, pinnedAt }) =>
      `Каким он был ${madeAt}, уроков: ${lessons}. Закреплён ${pinnedAt}${by ? `, ${isolated(by)}` : ' с началом потока'}.`,
    none: 'С тех пор в курсе ничего не изменилось.',
    pin: 'Закрепить курс в нынешнем виде',
    pinAgainHint:
      'Вместо своей редакции студенты увидят курс таким, какой он сейчас. Пройденное останется.',
    pinned: 'За потоком закреплён курс в нынешнем виде.',
    pinnedTitle: (number) => `Закреплена редакция ${number}`,
    retry: 'Попробовать снова',
    saveFirst: 'Сохраните поток, и за ним можно будет закрепить курс в нынешнем виде.',
    since: (count) => `Отличий в курсе сейчас: ${count}`,
    title: 'Редакция курса',
    was: (title) => `прежде «${isolated(title)}»`,
  },
}
