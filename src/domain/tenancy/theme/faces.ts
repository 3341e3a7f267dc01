import type { Locale } from '../locales'

/** Pairs of typefaces a school can choose; each covers Latin, Cyrillic and Hebrew. */
export const FONT_PAIRS = ['modern', 'editorial', 'friendly', 'technical'] as const

export type FontPair = (typeof FONT_PAIRS)[number]

/** Families of type that are served by the platform itself. */
export type Family =
  | 'Frank Ruhl Libre'
  | 'Heebo'
  | 'IBM Plex Sans'
  | 'IBM Plex Sans Hebrew'
  | 'Inter'
  | 'Rubik'
  | 'Source Serif 4'

type Cut = { generic: 'sans-serif' | 'serif'; hebrew: Family; other: Family }

type Pair = {
  heading: Cut & {
    /** 100–900; variable faces take any. */
    weight: number
  }
  text: Cut
}

const MODERN: Cut = { generic: 'sans-serif', hebrew: 'Heebo', other: 'Inter' }
const FRIENDLY: Cut = { generic: 'sans-serif', hebrew: 'Rubik', other: 'Rubik' }
const TECHNICAL: Cut = {
  generic: 'sans-serif',
  hebrew: 'IBM Plex Sans Hebrew',
  other: 'IBM Plex Sans',
}

const PAIRS: Record<FontPair, Pair> = {
  editorial: {
    heading: {
      generic: 'serif',
      hebrew: 'Frank Ruhl Libre',
      other: 'Source Serif 4',
      weight: 600,
    },
    text: MODERN,
  },
  friendly: { heading: { ...FRIENDLY, weight: 600 }, text: FRIENDLY },
  modern: { heading: { ...MODERN, weight: 650 }, text: MODERN },
  technical: { heading: { ...TECHNICAL, weight: 600 }, text: TECHNICAL },
}

/** True for the name of a pair. */
const isFontPair = (value: unknown): value is FontPair => FONT_PAIRS.some((pair) => pair === value)

/** The families of a pair, those of `modern` for an unknown one. */
const pairOf = (pair: unknown): Pair => PAIRS[isFontPair(pair) ? pair : 'modern']

/** The families a pair needs, without repetition. */
export const familiesOf = (pair: unknown): Family[] => {
  const { heading, text } = pairOf(pair)

  return [...new Set([text.other, text.hebrew, heading.other, heading.hebrew])]
}

/**
 * Plex in Hebrew has no Latin of its own: both of its faces are one design, and every page begins with the one that has it.
 */
const orderOf = ({ hebrew, other }: Cut, locale: Locale): Family[] => {
  const order =
    locale === 'he' && hebrew !== 'IBM Plex Sans Hebrew' ? [hebrew, other] : [other, hebrew]

  return [...new Set(order)]
}

const stackOf = (cut: Cut, locale: Locale): string =>
  [
    ...orderOf(cut, locale).flatMap((family) => [`'${family}'`, `'${family} Fallback'`]),
    cut.generic === 'serif' ? 'ui-serif' : 'system-ui',
    cut.generic,
  ].join(',')

/** The families of a pair in the order in which a text of this language looks for its letters. */
export const familiesFor = (
  pair: unknown,
  locale: Locale,
): { heading: Family[]; text: Family[] } => {
  const { heading, text } = pairOf(pair)

  return { heading: orderOf(heading, locale), text: orderOf(text, locale) }
}

/** The typefaces of a pair for text and for headings, each as a CSS `font-family` list. */
export const facesOf = (
  pair: unknown,
  locale: Locale,
): { heading: string; text: string; weight: number } => {
  const { heading, text } = pairOf(pair)

  return {
    heading: stackOf(heading, locale),
    text: stackOf(text, locale),
    weight: heading.weight,
  }
}

/** The family that most of a page in this language is set in. */
export const mainFamilyOf = (pair: unknown, locale: Locale): Family => {
  const { text } = pairOf(pair)

  return locale === 'he' ? text.hebrew : text.other
}
