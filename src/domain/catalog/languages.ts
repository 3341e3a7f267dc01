/** Languages that a course may be taught in, by ISO 639-1; shown by their names in the reader's language. */
export const COURSE_LANGUAGES = [
  'ar',
  'cs',
  'de',
  'el',
  'en',
  'es',
  'fr',
  'he',
  'hi',
  'hu',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
] as const

export type CourseLanguage = (typeof COURSE_LANGUAGES)[number]

/** The name of a language for a reader, with a capital where their writing has one; the code where there is no name. */
export const languageName = (code: string, locale: string): string => {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code

  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
