import type { Level } from '@/domain/catalog/catalogQuery'
import type { Locale } from '@/domain/tenancy/locales'

type Words = {
  empty: string
  free: string
  from: (price: string) => string
  hint: string
  lessons: (count: number) => string
  level: Record<Level, string>
  notForSale: string
  prices: string
  title: string
  untitled: string
}

const plural = (locale: Locale, forms: Partial<Record<Intl.LDMLPluralRule, string>>) => {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)

  return (count: number): string =>
    (forms[rules.select(count)] ?? forms.other ?? '').replace('#', numbers.format(count))
}

/** What the preview of a course's card says. */
export const CARD_WORDS: Record<Locale, Words> = {
  en: {
    empty: 'What it is about, in a sentence or two.',
    free: 'Free',
    from: (price) => `from ${price}`,
    hint: 'The course as lists of your school show it; it follows what you write.',
    lessons: plural('en', { one: '# lesson', other: '# lessons' }),
    level: {
      advanced: 'Advanced',
      all: 'For everyone',
      beginner: 'For beginners',
      intermediate: 'Intermediate',
    },
    notForSale: 'Not for sale',
    prices: 'Prices of this course',
    title: 'Card',
    untitled: 'Untitled course',
  },
  he: {
    empty: 'על מה הקורס, במשפט או שניים.',
    free: 'ללא תשלום',
    from: (price) => `החל מ־${price}`,
    hint: 'כך ייראה הקורס ברשימות של בית הספר; התצוגה משתנה תוך כדי כתיבה.',
    lessons: plural('he', { one: 'שיעור אחד', other: '# שיעורים', two: 'שני שיעורים' }),
    level: {
      advanced: 'למתקדמים',
      all: 'לכולם',
      beginner: 'למתחילים',
      intermediate: 'רמת ביניים',
    },
    notForSale: 'לא למכירה',
    prices: 'המחירים של הקורס',
    title: 'כרטיס',
    untitled: 'קורס ללא שם',
  },
  ru: {
    empty: 'О чём курс — в одном-двух предложениях.',
    free: 'Бесплатно',
    from: (price) => `от ${price}`,
    hint: 'Так курс выглядит в списках школы; меняется, пока вы пишете.',
    lessons: plural('ru', { few: '# урока', many: '# уроков', one: '# урок', other: '# урока' }),
    level: {
      advanced: 'Для опытных',
      all: 'Для всех',
      beginner: 'Для начинающих',
      intermediate: 'Средний уровень',
    },
    notForSale: 'Не продаётся',
    prices: 'Цены этого курса',
    title: 'Карточка',
    untitled: 'Курс без названия',
  },
}
