import type { OverlayOptions } from 'sharp'

import { createRequire } from 'node:module'
import { join } from 'node:path'

import sharp from 'sharp'

const FILES = { 400: '400Regular/Rubik_400Regular.ttf', 500: '500Medium/Rubik_500Medium.ttf' }

const NAMES = { 400: 'Rubik', 500: 'Rubik Medium' }

/** Rubik holds Latin, Cyrillic and Hebrew in one file. Resolved from the working directory, since a bundler would resolve this file's own address. */
const fontFile = (weight: 400 | 500): string =>
  createRequire(join(process.cwd(), 'package.json')).resolve(
    `@expo-google-fonts/rubik/${FILES[weight]}`,
  )

/** Pango reads its text as markup. */
const escaped = (text: string): string =>
  text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A text to be drawn: `colour` as `#rrggbb`, sizes in pixels. */
export type Lettering = {
  colour: string
  size: number
  text: string
  weight: 400 | 500
  width: number
}

/** A text as a picture just as large as its letters, in lines of `width` at most; null where there is nothing to draw. */
export const letters = async ({
  colour,
  size,
  text,
  weight,
  width,
}: Lettering): Promise<null | { height: number; input: Buffer; width: number }> => {
  if (text === '') {
    return null
  }
  // Pango lays out both directions, and breaks a word only where it would not fit a line.
  const { data, info } = await sharp({
    text: {
      dpi: 72,
      font: `${NAMES[weight]} ${size}`,
      fontfile: fontFile(weight),
      rgba: true,
      spacing: Math.round(size * 0.1),
      text: `<span foreground="${colour}" insert_hyphens="false">${escaped(text)}</span>`,
      width,
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })

  return { height: info.height, input: data, width: info.width }
}

/** A picture of plain colour, as an overlay. */
export const block = ({
  colour,
  height,
  left,
  top,
  width,
}: {
  colour: string
  height: number
  left: number
  top: number
  width: number
}): OverlayOptions => ({
  input: { create: { background: colour, channels: 3, height, width } },
  left,
  top,
})
