import type { Locale } from '@/domain/tenancy/locales'

export type ProtectionWords = {
  away: string
  busy: string
  check: string
  failed: (films: number) => string
  films: (films: number) => string
  heading: string
  lacksPackager: string
  lastError: (when: string) => string
  notQueued: string
  off: string
  on: string
  open: (films: number) => string
  protect: (films: number) => string
  ready: string
  refused: (said: string) => string
  saveChanges: string
  queued: (films: number) => string
  release: (films: number) => string
  saveFirst: string
  stillProtected: (films: number) => string
  waiting: (films: number) => string
}

/** The form of a noun that goes with a number. */
const counted = (locale: Locale, forms: Partial<Record<Intl.LDMLPluralRule, string>>) => {
  const rules = new Intl.PluralRules(locale)

  return (count: number) => `${count} ${forms[rules.select(count)] ?? forms.other ?? ''}`
}

const en = counted('en', { one: 'film', other: 'films' })
const he = counted('he', { one: 'סרטון', other: 'סרטונים' })

export const PROTECTION_WORDS: Record<Locale, ProtectionWords> = {
  en: {
    away: 'The licence service does not answer. Try again in a minute.',
    busy: 'Asking…',
    check: 'Test the connection',
    failed: (films) =>
      `${en(films)} could not be made anew: the reason stands beside the file. They play as before.`,
    films: (films) => `Protected: ${en(films)}.`,
    heading: 'Protection of films',
    lacksPackager:
      'Films wait: no worker of this installation can protect them. The program shaka-packager is missing for its processor.',
    lastError: (when) => `The last licence was not given (${when}):`,
    notQueued: 'This could not be asked for. Please try again.',
    off: 'Protection is off.',
    on: 'Protection is on.',
    open: (films) =>
      `${en(films)} from before, without protection. They go on playing as they are until they are made anew.`,
    protect: (films) => `Protect ${en(films)}`,
    queued: (films) => `${en(films)} will be made anew.`,
    ready: 'The licence service answers.',
    refused: (said) => `The licence service refuses these keys: ${said}`,
    release: (films) => `Take the protection off ${en(films)}`,
    saveChanges: 'Save first, then test the connection.',
    saveFirst: 'Save the account first.',
    stillProtected: (films) =>
      `${en(films)} still protected. They go on needing licences until they are made anew.`,
    waiting: (films) => `Being made anew: ${en(films)}.`,
  },
  he: {
    away: 'שירות הרישיונות לא עונה. נסו שוב בעוד דקה.',
    busy: 'בודקים…',
    check: 'בדיקת החיבור',
    failed: (films) => `לא הוכנו מחדש: ${he(films)}. הסיבה מופיעה ליד הקובץ; הם פועלים כמו קודם.`,
    films: (films) => `מוגנים: ${he(films)}.`,
    heading: 'הגנת סרטונים',
    lacksPackager:
      'סרטונים ממתינים: אין בהתקנה הזו שרת שיכול להגן עליהם. חסרה התוכנה shaka-packager למעבד שלו.',
    lastError: (when) => `הרישיון האחרון לא ניתן (${when}):`,
    notQueued: 'הבקשה לא נשלחה. נסו שוב.',
    off: 'ההגנה כבויה.',
    on: 'ההגנה פועלת.',
    open: (films) => `ללא הגנה, מלפני כן: ${he(films)}. הם ממשיכים לפעול כמות שהם עד שיוכנו מחדש.`,
    protect: (films) => `הגנה על ${he(films)}`,
    queued: (films) => `יוכנו מחדש: ${he(films)}.`,
    ready: 'שירות הרישיונות עונה.',
    refused: (said) => `שירות הרישיונות דוחה את המפתחות: ${said}`,
    release: (films) => `הסרת ההגנה מ־${he(films)}`,
    saveChanges: 'קודם שומרים, ואז בודקים את החיבור.',
    saveFirst: 'קודם שומרים את החשבון.',
    stillProtected: (films) => `עדיין מוגנים: ${he(films)}. עד שיוכנו מחדש הם דורשים רישיונות.`,
    waiting: (films) => `בהכנה מחדש: ${he(films)}.`,
  },
  ru: {
    away: 'Сервис лицензий не отвечает. Попробуйте через минуту.',
    busy: 'Проверяем…',
    check: 'Проверить подключение',
    failed: (films) =>
      `Не удалось подготовить заново: ${films} видео. Причина указана у файла; они играют как прежде.`,
    films: (films) => `Защищено: ${films} видео.`,
    heading: 'Защита видео',
    lacksPackager:
      'Видео ждут: в этой установке их некому защитить. Для процессора сервера нет программы shaka-packager.',
    lastError: (when) => `Последняя лицензия не выдана (${when}):`,
    notQueued: 'Запрос не отправлен. Попробуйте ещё раз.',
    off: 'Защита выключена.',
    on: 'Защита включена.',
    open: (films) =>
      `Без защиты, с прежнего времени: ${films} видео. Они играют как есть, пока не подготовлены заново.`,
    protect: (films) => `Защитить ${films} видео`,
    queued: (films) => `Будет подготовлено заново: ${films} видео.`,
    ready: 'Сервис лицензий отвечает.',
    refused: (said) => `Сервис лицензий не принимает эти ключи: ${said}`,
    release: (films) => `Снять защиту с ${films} видео`,
    saveChanges: 'Сначала сохраните, затем проверьте подключение.',
    saveFirst: 'Сначала сохраните аккаунт.',
    stillProtected: (films) =>
      `Ещё под защитой: ${films} видео. Им нужны лицензии, пока они не подготовлены заново.`,
    waiting: (films) => `Готовится заново: ${films} видео.`,
  },
}
