import frankRuhlHebrew from '@fontsource-variable/frank-ruhl-libre/files/frank-ruhl-libre-hebrew-wght-normal.woff2'
import frankRuhlLatinExt from '@fontsource-variable/frank-ruhl-libre/files/frank-ruhl-libre-latin-ext-wght-normal.woff2'
import frankRuhlLatin from '@fontsource-variable/frank-ruhl-libre/files/frank-ruhl-libre-latin-wght-normal.woff2'
import heeboHebrew from '@fontsource-variable/heebo/files/heebo-hebrew-wght-normal.woff2'
import heeboLatinExt from '@fontsource-variable/heebo/files/heebo-latin-ext-wght-normal.woff2'
import heeboLatin from '@fontsource-variable/heebo/files/heebo-latin-wght-normal.woff2'
import plexCyrillicExt from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-cyrillic-ext-wght-normal.woff2'
import plexCyrillic from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-cyrillic-wght-normal.woff2'
import plexLatinExt from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-ext-wght-normal.woff2'
import plexLatin from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2'
import plexVietnamese from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-vietnamese-wght-normal.woff2'
import interCyrillicExt from '@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2'
import interCyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2'
import interLatinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2'
import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
import interVietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2'
import rubikCyrillicExt from '@fontsource-variable/rubik/files/rubik-cyrillic-ext-wght-normal.woff2'
import rubikCyrillic from '@fontsource-variable/rubik/files/rubik-cyrillic-wght-normal.woff2'
import rubikHebrew from '@fontsource-variable/rubik/files/rubik-hebrew-wght-normal.woff2'
import rubikLatinExt from '@fontsource-variable/rubik/files/rubik-latin-ext-wght-normal.woff2'
import rubikLatin from '@fontsource-variable/rubik/files/rubik-latin-wght-normal.woff2'
import serifCyrillicExt from '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-ext-wght-normal.woff2'
import serifCyrillic from '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2'
import serifLatinExt from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2'
import serifLatin from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'
import serifVietnamese from '@fontsource-variable/source-serif-4/files/source-serif-4-vietnamese-wght-normal.woff2'
import plexHebrew400 from '@fontsource/ibm-plex-sans-hebrew/files/ibm-plex-sans-hebrew-hebrew-400-normal.woff2'
import plexHebrew500 from '@fontsource/ibm-plex-sans-hebrew/files/ibm-plex-sans-hebrew-hebrew-500-normal.woff2'
import plexHebrew600 from '@fontsource/ibm-plex-sans-hebrew/files/ibm-plex-sans-hebrew-hebrew-600-normal.woff2'

import type { Family } from '@/domain/tenancy/theme/faces'

/** Scripts by which the files of a family are cut, so that a page asks for those it shows alone. */
export type Script = 'cyrillic' | 'cyrillicExt' | 'hebrew' | 'latin' | 'latinExt' | 'vietnamese'

/** One file: its address, the script it holds, and its weight, a range where the face is variable. */
type FaceFile = { script: Script; url: string; weight: string }

const variable = (weight: string, files: Partial<Record<Script, string>>): FaceFile[] =>
  Object.entries(files).map(([script, url]) => ({ script: script as Script, url, weight }))

/** The files of every family, served by the platform itself under names that change with their content. */
export const FACE_FILES: Record<Family, FaceFile[]> = {
  'Frank Ruhl Libre': variable('300 900', {
    hebrew: frankRuhlHebrew,
    latin: frankRuhlLatin,
    latinExt: frankRuhlLatinExt,
  }),
  Heebo: variable('100 900', {
    hebrew: heeboHebrew,
    latin: heeboLatin,
    latinExt: heeboLatinExt,
  }),
  'IBM Plex Sans': variable('100 700', {
    cyrillic: plexCyrillic,
    cyrillicExt: plexCyrillicExt,
    latin: plexLatin,
    latinExt: plexLatinExt,
    vietnamese: plexVietnamese,
  }),
  'IBM Plex Sans Hebrew': [
    { script: 'hebrew', url: plexHebrew400, weight: '400' },
    { script: 'hebrew', url: plexHebrew500, weight: '500' },
    { script: 'hebrew', url: plexHebrew600, weight: '600' },
  ],
  Inter: variable('100 900', {
    cyrillic: interCyrillic,
    cyrillicExt: interCyrillicExt,
    latin: interLatin,
    latinExt: interLatinExt,
    vietnamese: interVietnamese,
  }),
  Rubik: variable('300 900', {
    cyrillic: rubikCyrillic,
    cyrillicExt: rubikCyrillicExt,
    hebrew: rubikHebrew,
    latin: rubikLatin,
    latinExt: rubikLatinExt,
  }),
  'Source Serif 4': variable('200 900', {
    cyrillic: serifCyrillic,
    cyrillicExt: serifCyrillicExt,
    latin: serifLatin,
    latinExt: serifLatinExt,
    vietnamese: serifVietnamese,
  }),
}
