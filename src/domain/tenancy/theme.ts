import { facesOf, type FontPair } from './theme/faces'
import { type Neutral } from './theme/neutral'
import { paletteOf, type Palette } from './theme/palette'

/** Corner radii a school can choose, in pixels; inner corners have half of it. */
const RADII = [0, 6, 10, 16] as const

/** What a school decides about its looks; everything else follows from it. */
export type Brand = {
  accent: string
  fontPair: FontPair
  neutral: Neutral
  radius: (typeof RADII)[number]
}

/** The looks of the platform itself, and of a school that has not chosen. */
export const DEFAULT_BRAND: Brand = {
  accent: '#3b5bdb',
  fontPair: 'modern',
  neutral: 'brand',
  radius: 10,
}

const declare = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

const modeOf = (scheme: 'dark' | 'light', palette: Palette): string => {
  const float =
    scheme === 'light'
      ? '0 1px 2px rgb(0 0 0/.04),0 12px 32px rgb(0 0 0/.12)'
      : '0 1px 2px rgb(0 0 0/.4),0 12px 32px rgb(0 0 0/.5)'

  return [
    `color-scheme:${scheme}`,
    declare({
      ...palette,
      float,
      'image-brightness': scheme === 'light' ? '1' : '0.95',
      'in-dark': scheme === 'light' ? 'none' : 'block',
      'in-light': scheme === 'light' ? 'block' : 'none',
      scrim: scheme === 'light' ? 'rgb(0 0 0/.4)' : 'rgb(0 0 0/.6)',
    }),
  ].join(';')
}

const made = new Map<string, string>()
const MOST_MADE = 1_000

/** `themeCss`, remembered: a page of a school asks for the same sheet each time. */
export const rememberedCss = (brand: Brand): string => {
  const key = [brand.accent, brand.fontPair, brand.neutral, brand.radius].join(' ')
  const css = made.get(key) ?? themeCss(brand)
  if (made.size >= MOST_MADE) {
    made.clear()
  }
  made.set(key, css)

  return css
}

/**
 * The style sheet of one school: every token as a CSS variable, light and dark. Dark follows the reader's system unless
 * `data-theme` on the root says otherwise; paper is always light. Built from numbers and fixed text alone, so that it is safe inside a style
 * element whatever was stored. RangeError when the accent is no `#rrggbb`.
 */
export const themeCss = ({ accent, fontPair, neutral, radius }: Brand): string => {
  const { dark, light } = paletteOf({ accent, neutral })
  const shade = modeOf('dark', dark)
  const faces = facesOf(fontPair, 'en')
  const hebrew = facesOf(fontPair, 'he')
  const corner = RADII.includes(radius) ? radius : DEFAULT_BRAND.radius
  const shape = declare({
    face: faces.text,
    'face-heading': faces.heading,
    'heading-weight': String(faces.weight),
    radius: `${corner}px`,
    'radius-inner': `${corner / 2}px`,
  })

  return [
    `:root{${modeOf('light', light)};${shape}}`,
    `:lang(he){${declare({ face: hebrew.text, 'face-heading': hebrew.heading })}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${shade}}}`,
    `@media screen{[data-theme=dark]{${shade}}}`,
  ].join('\n')
}
