import { Font } from '@react-pdf/renderer'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { Family } from '@/domain/tenancy/theme/faces'

/** The family of invoices: Rubik, which holds Latin, Cyrillic and Hebrew in one file. */
export const FAMILY: Family = 'Rubik'

const WEIGHTS = { 400: '400Regular', 500: '500Medium' } as const

/** Each family whole, in one file per weight: the package that holds it, and how its files begin. */
const FILES: Record<Family, readonly [directory: string, file: string]> = {
  'Frank Ruhl Libre': ['frank-ruhl-libre', 'FrankRuhlLibre'],
  Heebo: ['heebo', 'Heebo'],
  'IBM Plex Sans': ['ibm-plex-sans', 'IBMPlexSans'],
  'IBM Plex Sans Hebrew': ['ibm-plex-sans-hebrew', 'IBMPlexSansHebrew'],
  Inter: ['inter', 'Inter'],
  Rubik: ['rubik', 'Rubik'],
  'Source Serif 4': ['source-serif-4', 'SourceSerif4'],
}

const ready = new Map<Family, Promise<void>>()

/** Loads the families, each once per process, and keeps names and titles from being hyphenated. */
export const fontsReady = async (families: readonly Family[]): Promise<void> => {
  Font.registerHyphenationCallback((word) => [word])
  for (const family of families) {
    const loading = ready.get(family) ?? load(family)
    ready.set(family, loading)
    await loading
  }
}

const load = async (family: Family): Promise<void> => {
  // Resolved from the working directory, since a bundler would resolve this file's own address.
  const { resolve } = createRequire(join(process.cwd(), 'package.json'))
  const [directory, file] = FILES[family]
  const weights = Object.entries(WEIGHTS).map(([weight, cut]) => ({
    fontWeight: Number(weight),
    src: resolve(`@expo-google-fonts/${directory}/${cut}/${file}_${cut}.ttf`),
  }))
  Font.register({ family, fonts: weights })
  for (const { fontWeight } of weights) {
    await Font.load({ fontFamily: family, fontWeight })
    nameGlyphs(family, fontWeight)
  }
}

/** The part of a fontkit font that `nameGlyphs` uses; fontkit ships no types. */
type Glyphs = { characterSet: number[]; glyphForCodePoint: (character: number) => unknown }

/**
 * Fontkit keeps each glyph with the characters it was first asked for. Embedding a composite (a
 * Cyrillic А made of the Latin one) asks for its parts by number alone, and from then on every PDF of
 * the process would lose those letters. So each glyph is asked for by its character beforehand.
 */
const nameGlyphs = (fontFamily: Family, fontWeight: number): void => {
  const { data } = Font.getFont({ fontFamily, fontWeight })
  const glyphs = data as Glyphs | null
  for (const character of glyphs?.characterSet ?? []) {
    glyphs?.glyphForCodePoint(character)
  }
}
