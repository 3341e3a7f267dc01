/** Languages the interface is written in. */
export const LOCALES = ['en', 'ru', 'he'] as const

export type Locale = (typeof LOCALES)[number]

export const isLocale = (value: unknown): value is Locale => LOCALES.some((one) => one === value)

/** The writing direction of a locale, for `dir`. */
export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'he' ? 'rtl' : 'ltr')
