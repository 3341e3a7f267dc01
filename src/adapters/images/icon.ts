import sharp from 'sharp'

import { paletteOf } from '@/domain/tenancy/theme/palette'

import { letters } from '../cards/text'

/** An icon: `accent` is the school's colour as `#rrggbb`, `mark` the bytes of its own icon, `size` in pixels. */
export type Icon = {
  accent: string
  /** Drawn to its edges, for systems that cut it into a shape of their own. */
  isFull?: boolean
  mark: Buffer | null
  name: string
  size: number
}

/** What is never cut off an icon that fills its square: a circle of four fifths (W3C, Web App Manifest, icon masks). */
const SAFE = 0.64

const CLEAR = { alpha: 0, b: 255, g: 255, r: 255 }

/** The icon of a school as a square PNG: its own, or its initial on its colour. Bytes that are no image count as none. */
export const drawIcon = async ({
  name,
  accent,
  isFull = false,
  mark,
  size,
}: Icon): Promise<Buffer> =>
  (mark && (await ownIcon({ isFull, mark, size }))) ?? initialIcon({ name, accent, isFull, size })

const ownIcon = async ({
  isFull,
  mark,
  size,
}: {
  isFull: boolean
  mark: Buffer
  size: number
}): Promise<Buffer | null> => {
  const inner = isFull ? Math.round(size * SAFE) : size
  const picture = await sharp(mark, { limitInputPixels: 100_000_000 })
    .rotate()
    .resize({ background: CLEAR, fit: 'contain', height: inner, width: inner })
    .png()
    .toBuffer()
    .catch(() => null)

  return (
    picture &&
    sharp({
      create: { background: isFull ? '#ffffff' : CLEAR, channels: 4, height: size, width: size },
    })
      .composite([{ gravity: 'centre', input: picture }])
      .png()
      .toBuffer()
  )
}

const initialIcon = async ({
  name,
  accent,
  isFull,
  size,
}: Omit<Icon, 'isFull' | 'mark'> & { isFull: boolean }): Promise<Buffer> => {
  const { light } = paletteOf({ accent })
  const radius = isFull ? 0 : Math.round(size / 4)
  const ground = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" rx="${radius}" fill="${light.accent}"/></svg>`,
  )
  const letter = await letters({
    colour: light['accent-contrast'],
    size: Math.round(size * (isFull ? 0.42 : 0.56)),
    text: (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '').toUpperCase(),
    weight: 500,
    width: size,
  })

  return sharp(ground)
    .composite(letter ? [{ gravity: 'centre', input: letter.input }] : [])
    .png()
    .toBuffer()
}

/** A logo as PNG for mails and paper, which take no other kind; at most so many pixels high. Null for what is no image. */
export const drawLogo = async ({
  height,
  mark,
}: {
  height: number
  mark: Buffer
}): Promise<Buffer | null> =>
  sharp(mark, { limitInputPixels: 100_000_000 })
    .rotate()
    .resize({ fit: 'inside', height, width: height * 8, withoutEnlargement: true })
    .png()
    .toBuffer()
    .catch(() => null)
