import type { Locale, Written } from './locales'

import { furtherLanguage } from './locales'

/** What a school says of itself in a further language, as far as somebody translated it. */
export type SchoolWords = { name?: string; notice?: string; tagline?: string }

/** A school with its words by language; languages that it no longer writes may be among them. */
export type Spoken = Written & { words: Readonly<Partial<Record<Locale, SchoolWords>>> }

/** What a school says of itself to somebody who reads `locale`; nothing where its own words stand. */
export const wordsFor = (school: Spoken, locale: Locale): SchoolWords => {
  const language = furtherLanguage(school, locale)

  return (language && school.words[language]) ?? {}
}

/** A school under the name and with the tagline that it has in the reader's language; its own where it has none there. */
export const spokenIn = <School extends Spoken & { name: string; tagline?: null | string }>(
  school: School,
  locale: Locale,
): School => {
  const { name, tagline } = wordsFor(school, locale)

  return { ...school, name: name ?? school.name, tagline: tagline ?? school.tagline }
}
