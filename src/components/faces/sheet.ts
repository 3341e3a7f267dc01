import type { Locale } from '@/domain/tenancy/locales'

import { familiesOf, mainFamilyOf, type Family } from '@/domain/tenancy/theme/faces'

import { FACE_FILES, type Script } from './files'
import { RANGES } from './ranges'

/** What a system face must be given to stand where ours will: percentages of its size, and what it stands in for. */
type Stand = {
  ascent: number
  descent: number
  scripts: 'hebrew' | 'other' | 'plain'
  size: number
}

const SANS = `local('Arial'),local('Liberation Sans')`
const SERIF = `local('Times New Roman'),local('Liberation Serif')`

/**
 * Arial and Times taken to the width and height of each face, measured over English letter frequencies, so that
 * text does not move when the face arrives. `scripts` leaves to the next family what this one does not hold.
 */
const STANDS: Record<Family, Stand> = {
  'Frank Ruhl Libre': { ascent: 84.8, descent: 29.6, scripts: 'hebrew', size: 112.8 },
  Heebo: { ascent: 104.1, descent: 41.8, scripts: 'hebrew', size: 100.7 },
  'IBM Plex Sans': { ascent: 100.9, descent: 27.1, scripts: 'other', size: 101.6 },
  'IBM Plex Sans Hebrew': { ascent: 100.9, descent: 27.1, scripts: 'hebrew', size: 101.6 },
  Inter: { ascent: 90.1, descent: 22.4, scripts: 'other', size: 107.5 },
  Rubik: { ascent: 88.1, descent: 23.6, scripts: 'plain', size: 106.1 },
  'Source Serif 4': { ascent: 85.5, descent: 27.6, scripts: 'other', size: 121.2 },
}

const STAND_RANGES = {
  hebrew: ';unicode-range:U+0-3FF,U+590-5FF,U+1E00-2BFF,U+FB1D-FB4F',
  other: ';unicode-range:U+0-58F,U+1E00-2BFF',
  plain: '',
} as const

const isSerif = (family: Family): boolean =>
  family === 'Frank Ruhl Libre' || family === 'Source Serif 4'

/** Where the ranges of two files overlap, a browser takes the later. */
const SCRIPTS: Script[] = ['cyrillicExt', 'cyrillic', 'vietnamese', 'latinExt', 'latin', 'hebrew']

const rulesOf = (family: Family): string[] => {
  const { ascent, descent, scripts, size } = STANDS[family]
  const files = SCRIPTS.flatMap((script) =>
    FACE_FILES[family].filter((file) => file.script === script),
  )

  return [
    ...files.map(
      ({ script, url, weight }) =>
        `@font-face{font-family:'${family}';font-display:swap;font-weight:${weight};src:url(${url}) format('woff2');unicode-range:${RANGES[script]}}`,
    ),
    `@font-face{font-family:'${family} Fallback';src:${isSerif(family) ? SERIF : SANS};size-adjust:${size}%;ascent-override:${ascent}%;descent-override:${descent}%;line-gap-override:0%${STAND_RANGES[scripts]}}`,
  ]
}

/** The rules that bring the faces of some pairs; nothing is downloaded before a page shows a character of a file. */
export const faceCss = (pairs: readonly unknown[]): string =>
  [...new Set(pairs.flatMap(familiesOf))].flatMap(rulesOf).join('\n')

const SCRIPT_OF: Record<Locale, Script> = { en: 'latin', he: 'hebrew', ru: 'cyrillic' }

/** The one file worth asking for before the styles are read: the text face in the script of the page's language. */
export const firstFile = (pair: unknown, locale: Locale): string | undefined =>
  FACE_FILES[mainFamilyOf(pair, locale)].find(({ script }) => script === SCRIPT_OF[locale])?.url
