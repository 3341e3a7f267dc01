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

/** A system face and those of its width; `width` of an average English letter, in ems (@capsizecss/metrics 4.3). */
type System = { local: readonly string[]; width: number }

/** The last that a machine has is taken: Android's face, else that of desktops, which the stands are measured over. */
const SYSTEM: Record<'sans' | 'serif', readonly [System, System]> = {
  sans: [
    { local: ['Roboto', 'Roboto-Regular'], width: 0.4448 },
    { local: ['Arial', 'Liberation Sans', 'Nimbus Sans Regular'], width: 0.4458 },
  ],
  serif: [
    { local: ['Noto Serif', 'NotoSerif'], width: 0.481 },
    { local: ['Times New Roman', 'Liberation Serif', 'Nimbus Roman Regular'], width: 0.4063 },
  ],
}

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

const percent = (share: number): string => `${Math.round(share * 10) / 10}%`

/** What stands in for a family until it has come: a system face made as wide and as high as it. */
const standsOf = (family: Family): string[] => {
  const { ascent, descent, scripts, size } = STANDS[family]
  const systems = SYSTEM[isSerif(family) ? 'serif' : 'sans']

  return systems.map(({ local, width }) => {
    const scale = systems[1].width / width

    return [
      `@font-face{font-family:'${family} Fallback'`,
      `src:${local.map((name) => `local('${name}')`).join(',')}`,
      `size-adjust:${percent(size * scale)}`,
      `ascent-override:${percent(ascent / scale)}`,
      `descent-override:${percent(descent / scale)}`,
      `line-gap-override:0%${STAND_RANGES[scripts]}}`,
    ].join(';')
  })
}

const rulesOf = (family: Family): string[] => {
  const files = SCRIPTS.flatMap((script) =>
    FACE_FILES[family].filter((file) => file.script === script),
  )

  return [
    ...files.map(
      ({ script, url, weight }) =>
        `@font-face{font-family:'${family}';font-display:swap;font-weight:${weight};src:url(${url}) format('woff2');unicode-range:${RANGES[script]}}`,
    ),
    ...standsOf(family),
  ]
}

/** The rules that bring the faces of some pairs; nothing is downloaded before a page shows a character of a file. */
export const faceCss = (pairs: readonly unknown[]): string =>
  [...new Set(pairs.flatMap(familiesOf))].flatMap(rulesOf).join('\n')

const SCRIPT_OF: Record<Locale, Script> = { en: 'latin', he: 'hebrew', ru: 'cyrillic' }

/** The one file worth asking for before the styles are read: the text face in the script of the page's language. */
export const firstFile = (pair: unknown, locale: Locale): string | undefined =>
  FACE_FILES[mainFamilyOf(pair, locale)].find(({ script }) => script === SCRIPT_OF[locale])?.url
