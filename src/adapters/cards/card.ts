import type { OverlayOptions } from 'sharp'

import sharp from 'sharp'

import {
  CARD_HEIGHT as HEIGHT,
  CARD_WIDTH as WIDTH,
  drawable,
  runsFrom,
  titleFit,
} from '@/domain/pages/cards'
import { cutText } from '@/domain/pages/shortText'
import { paletteOf, type Look } from '@/domain/tenancy/theme/palette'

import type { Lettering } from './text'

import { block, letters } from './text'

/** What a card says and wears; `cover` is the bytes of an image. */
export type Card = Look & { cover?: Buffer | null; label: string; title: string }

const MARGIN = 72

/** The part of a card that a cover, or the initial in its place, takes. */
const SIDE = 480

/** The bar of the school's colour, along the edge where reading begins. */
const BAR = 16

/** Height that a title, and a school's name, can take. */
const TITLE_ROOM = 370
const LABEL_ROOM = 90

/**
 * The picture that networks show beside a link, as PNG of 1200 to 630: a title, beneath it the school's
 * name, beside both the cover or the title's initial, all in the school's colours. Mirrored where the title runs from right to left.
 */
export const drawCard = async ({ accent, cover, label, neutral, title }: Card): Promise<Buffer> => {
  const { light } = paletteOf({ accent, neutral })
  const said = drawable(title) || drawable(label)
  const rtl = runsFrom(said) === 'rtl'
  const { most, size } = titleFit(said)
  const width = WIDTH - SIDE - 2 * MARGIN
  const [main, small] = await Promise.all([
    fitted({ colour: light.text, most, room: TITLE_ROOM, size, text: said, weight: 500, width }),
    fitted({
      colour: light.muted,
      most: 48,
      room: LABEL_ROOM,
      size: 32,
      text: drawable(label),
      weight: 400,
      width,
    }),
  ])
  const start = (of: number): number => (rtl ? WIDTH - MARGIN - of : MARGIN)
  const words: OverlayOptions[] = [
    ...(main ? [{ input: main.input, left: start(main.width), top: MARGIN }] : []),
    ...(small
      ? [{ input: small.input, left: start(small.width), top: HEIGHT - MARGIN - small.height }]
      : []),
  ]
  const left = rtl ? 0 : WIDTH - SIDE

  return sharp({
    create: { background: light.surface, channels: 3, height: HEIGHT, width: WIDTH },
  })
    .composite([
      ...((await picture({ cover, left })) ?? (await initial({ left, light, said }))),
      block({
        colour: light.accent,
        height: HEIGHT,
        left: rtl ? WIDTH - BAR : 0,
        top: 0,
        width: BAR,
      }),
      ...words,
    ])
    .png({ palette: true, quality: 90 })
    .toBuffer()
}

/** A text in at most `most` characters, and in fewer where those are so wide that they take more than `room`. */
const fitted = async ({
  most,
  room,
  text,
  ...rest
}: Lettering & { most: number; room: number }): ReturnType<typeof letters> => {
  const drawn = await letters({ ...rest, text: cutText(text, most) })

  return !drawn || drawn.height <= room || most < 8
    ? drawn
    : fitted({ ...rest, most: Math.floor(most * 0.8), room, text })
}

/** The cover, filling its part; null without one, and for bytes that are no image. */
const picture = async ({
  cover,
  left,
}: {
  cover: Card['cover']
  left: number
}): Promise<null | OverlayOptions[]> => {
  const input =
    cover &&
    (await sharp(cover, { limitInputPixels: 100_000_000 })
      .rotate()
      .resize({ fit: 'cover', height: HEIGHT, width: SIDE })
      .flatten({ background: '#ffffff' })
      .png()
      .toBuffer()
      .catch(() => null))

  return input ? [{ input, left, top: 0 }] : null
}

const initial = async ({
  left,
  light,
  said,
}: {
  left: number
  light: ReturnType<typeof paletteOf>['light']
  said: string
}): Promise<OverlayOptions[]> => {
  const ground = block({ colour: light.accent, height: HEIGHT, left, top: 0, width: SIDE })
  const letter = await letters({
    colour: light['accent-contrast'],
    size: 240,
    text: (/[\p{L}\p{N}]/u.exec(said)?.[0] ?? '').toUpperCase(),
    weight: 500,
    width: SIDE,
  })

  return letter
    ? [
        ground,
        {
          input: letter.input,
          left: left + Math.round((SIDE - letter.width) / 2),
          top: Math.round((HEIGHT - letter.height) / 2),
        },
      ]
    : [ground]
}
