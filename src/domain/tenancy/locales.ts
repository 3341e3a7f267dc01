/** Languages the interface is written in. */
export const LOCALES = ['en', 'ru', 'he'] as const

export type Locale = (typeof LOCALES)[number]

export const isLocale = (value: unknown): value is Locale => LOCALES.some((one) => one === value)

/** The writing direction of a locale, for `dir`. */
export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'he' ? 'rtl' : 'ltr')

/** What of a school says in which languages it writes: its own, and further ones. */
export type Written = { languages: readonly Locale[]; locale: Locale }

/** The language itself where it is one of a school's further ones; null for its own and for all others. */
export const furtherLanguage = (
  { languages, locale: own }: Written,
  locale: Locale,
): Locale | null => (locale !== own && languages.includes(locale) ? locale : null)

/** The language chosen by the reader's `locale` cookie, else the school's. */
export const localeAsked = (cookie: string | undefined, fallback: Locale): Locale => {
  const chosen = cookie && /(?:^|;\s*)locale=(\w+)/.exec(cookie)?.[1]

  return isLocale(chosen) ? chosen : fallback
}

/** Where a page stands that is read in `locale`: at its plain path, or below a further language of its school. */
export const pathIn = (school: Written, locale: Locale, path: string): string => {
  const further = furtherLanguage(school, locale)

  return further ? `/${further}${path === '/' ? '' : path}` : path
}

const PREFIX = new RegExp(`^/(${LOCALES.join('|')})(?=/|$)`)

/** The language that a path begins with, as `/he`; empty for a plain path. */
export const prefixOf = (path: string): string => PREFIX.exec(path)?.[0] ?? ''

/** A path without the language that it begins with, whether or not a school writes in it. */
export const plainPath = (path: string): string => path.replace(PREFIX, '') || '/'

/** The language of a school that a path begins with; null for a plain path. */
export const languageAt = (school: Written, path: string): Locale | null => {
  const [, named] = PREFIX.exec(path) ?? []

  return isLocale(named) ? furtherLanguage(school, named) : null
}
