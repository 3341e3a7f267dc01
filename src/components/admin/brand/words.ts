import type { BrandReport, PairName } from '@/domain/tenancy/theme/report'
import type { Locale } from '@/domain/tenancy/locales'

type Words = {
  button: string
  buttonHover: string
  buttonSecond: string
  certificate: string
  checkout: string
  completed: string
  contrast: string
  course: string
  dark: string
  facts: string
  fill: Record<BrandReport['fill'], string>
  hello: string
  hint: string
  ink: Record<BrandReport['ink'], string>
  invalid: string
  learner: string
  light: string
  link: string
  mail: string
  pair: Record<PairName, string>
  promise: string
  title: string
  total: string
}

/** What the preview of a brand says: samples of pages, mails and certificates, and what became of the colour. */
export const BRAND_WORDS: Record<Locale, Words> = {
  en: {
    button: 'Start learning',
    buttonHover: 'Under the pointer',
    buttonSecond: 'See the curriculum',
    certificate: 'Certificate of completion',
    checkout: 'Pay $49.00',
    completed: 'has completed',
    contrast: 'Contrast',
    course: 'Colour by hand',
    dark: 'Dark',
    facts: '12 lessons · 3 h 20 min',
    fill: {
      darkened: 'Buttons wear your colour a little darker, so that light text on it can be read.',
      kept: 'Buttons wear your colour as it is.',
      lightened: 'Buttons wear your colour lighter, so that dark text on it can be read.',
    },
    hello: 'Hello Maria,',
    hint: 'How the school will look once you save. It follows what you change above.',
    ink: { dark: 'Text on it is dark.', light: 'Text on it is light.' },
    invalid: 'Write a colour of six hex digits, as in #3355cc, to see it here.',
    learner: 'Maria Lindqvist',
    light: 'Light',
    link: 'Read about the course',
    mail: 'You are enrolled',
    pair: { button: 'Text on a button', edge: 'Edges and bars', link: 'Links', text: 'Text' },
    promise: 'See what others overlook',
    title: 'Preview',
    total: 'Total',
  },
  he: {
    button: 'להתחיל ללמוד',
    buttonHover: 'תחת הסמן',
    buttonSecond: 'תוכנית הלימודים',
    certificate: 'תעודת סיום',
    checkout: 'תשלום ‎49.00 ₪',
    completed: 'על השלמת הקורס',
    contrast: 'ניגודיות',
    course: 'צבע בעבודת יד',
    dark: 'כהה',
    facts: '12 שיעורים · 3 שעות ו־20 דקות',
    fill: {
      darkened: 'הכפתורים כהים מעט מצבע המותג, כדי שטקסט בהיר ייקרא עליהם.',
      kept: 'הכפתורים בצבע המותג כפי שהוא.',
      lightened: 'הכפתורים בהירים מצבע המותג, כדי שטקסט כהה ייקרא עליהם.',
    },
    hello: 'שלום מריה,',
    hint: 'כך ייראה בית הספר אחרי שמירה. התצוגה משתנה עם השדות שלמעלה.',
    ink: { dark: 'הטקסט עליהם כהה.', light: 'הטקסט עליהם בהיר.' },
    invalid: 'כדי לראות תצוגה יש לכתוב צבע בשש ספרות הקסדצימליות, למשל ‎#3355cc.',
    learner: 'מריה לינדקוויסט',
    light: 'בהיר',
    link: 'על הקורס',
    mail: 'ההרשמה הושלמה',
    pair: { button: 'טקסט על כפתור', edge: 'קווים ופסים', link: 'קישורים', text: 'טקסט' },
    promise: 'לראות את מה שאחרים מפספסים',
    title: 'תצוגה מקדימה',
    total: 'סך הכול',
  },
  ru: {
    button: 'Начать учиться',
    buttonHover: 'Под курсором',
    buttonSecond: 'Программа курса',
    certificate: 'Сертификат об окончании',
    checkout: 'Оплатить 4 900 ₽',
    completed: 'завершает курс',
    contrast: 'Контраст',
    course: 'Цвет от руки',
    dark: 'Тёмная тема',
    facts: '12 уроков · 3 ч 20 мин',
    fill: {
      darkened: 'Кнопки чуть темнее вашего цвета, чтобы светлый текст на них читался.',
      kept: 'Кнопки — точно вашего цвета.',
      lightened: 'Кнопки светлее вашего цвета, чтобы тёмный текст на них читался.',
    },
    hello: 'Здравствуйте, Мария,',
    hint: 'Так школа будет выглядеть после сохранения. Меняется вместе с полями выше.',
    ink: { dark: 'Текст на них тёмный.', light: 'Текст на них светлый.' },
    invalid:
      'Чтобы увидеть цвет, запишите его шестью шестнадцатеричными цифрами, например #3355cc.',
    learner: 'Мария Линдквист',
    light: 'Светлая тема',
    link: 'Подробнее о курсе',
    mail: 'Вы зачислены',
    pair: { button: 'Текст на кнопке', edge: 'Края и полосы', link: 'Ссылки', text: 'Текст' },
    promise: 'Увидеть то, что другие не замечают',
    title: 'Как это выглядит',
    total: 'Итого',
  },
}
