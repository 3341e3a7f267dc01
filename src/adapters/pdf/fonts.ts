import { Font } from '@react-pdf/renderer'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The one family of our PDFs: Rubik, which holds Latin, Cyrillic and Hebrew in one file. */
export const FAMILY = 'Rubik'

const FILES: [weight: number, file: string][] = [
  [400, '400Regular/Rubik_400Regular.ttf'],
  [500, '500Medium/Rubik_500Medium.ttf'],
]

let ready: Promise<void> | undefined

/** Loads the fonts once per process, and keeps names and titles from being hyphenated. */
export const fontsReady = (): Promise<void> => (ready ??= load())

const load = async (): Promise<void> => {
  // Resolved from the working directory, since a bundler would resolve this file's own address.
  const { resolve } = createRequire(join(process.cwd(), 'package.json'))
  Font.register({
    family: FAMILY,
    fonts: FILES.map(([fontWeight, file]) => ({
      fontWeight,
      src: resolve(`@expo-google-fonts/rubik/${file}`),
    })),
  })
  Font.registerHyphenationCallback((word) => [word])
  for (const [fontWeight] of FILES) {
    await Font.load({ fontFamily: FAMILY, fontWeight })
    nameGlyphs(fontWeight)
  }
}

/** The part of a fontkit font that `nameGlyphs` uses; fontkit ships no types. */
type Glyphs = { characterSet: number[]; glyphForCodePoint: (character: number) => unknown }

/**
 * Fontkit keeps each glyph with the characters it was first asked for. Embedding a composite (a
 * Cyrillic А made of the Latin one) asks for its parts by number alone, and from then on every PDF of
 * the process would lose those letters. So each glyph is asked for by its character beforehand.
 */
const nameGlyphs = (fontWeight: number): void => {
  const { data } = Font.getFont({ fontFamily: FAMILY, fontWeight })
  const glyphs = data as Glyphs | null
  for (const character of glyphs?.characterSet ?? []) {
    glyphs?.glyphForCodePoint(character)
  }
}
