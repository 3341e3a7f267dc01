import type { Palette } from './palette'

import { contrast } from './contrast'
import { isHexColour } from './oklch'
import { NEUTRALS, type Neutral } from './neutral'
import { paletteOf } from './palette'

/** Pairs of colours whose contrast a brand decides, with the ratio WCAG 2.2 asks of them (1.4.3, 1.4.11). */
const PAIRS = [
  { name: 'button', needed: 4.5, on: 'accent', one: 'accent-contrast' },
  { name: 'link', needed: 4.5, on: 'surface', one: 'accent-text' },
  { name: 'edge', needed: 3, on: 'surface', one: 'accent-line' },
  { name: 'text', needed: 7, on: 'canvas', one: 'text' },
] as const satisfies readonly {
  name: string
  needed: number
  on: keyof Palette
  one: keyof Palette
}[]

export type PairName = (typeof PAIRS)[number]['name']

/** One pair as it stands: the ratio, 1–21, and what it must reach. */
export type Contrast = { name: PairName; needed: number; on: string; one: string; ratio: number }

/** What became of a brand colour. */
export type BrandReport = {
  dark: Contrast[]
  /** `kept`: buttons wear the colour itself; `darkened`, `lightened`: they wear it moved until their text can be read. */
  fill: 'darkened' | 'kept' | 'lightened'
  ink: 'dark' | 'light'
  light: Contrast[]
  palettes: { dark: Palette; light: Palette }
}

const measured = (palette: Palette): Contrast[] =>
  PAIRS.map(({ name, needed, on, one }) => ({
    name,
    needed,
    on: palette[on],
    one: palette[one],
    ratio: contrast(palette[one], palette[on]),
  }))

const isNeutral = (value: unknown): value is Neutral => NEUTRALS.some((one) => one === value)

/** How legible a school of this accent and these greys is, measured on the colours its pages really get; null while the accent is no `#rrggbb`. */
export const brandReport = (accent: unknown, neutral?: unknown): BrandReport | null => {
  if (!isHexColour(accent)) {
    return null
  }
  const palettes = paletteOf({ accent, neutral: isNeutral(neutral) ? neutral : undefined })
  const { light } = palettes
  const isDarker = contrast(light.accent, '#ffffff') > contrast(accent, '#ffffff')

  return {
    dark: measured(palettes.dark),
    fill: light.accent === accent.toLowerCase() ? 'kept' : isDarker ? 'darkened' : 'lightened',
    ink: contrast(light['accent-contrast'], '#000000') > 10 ? 'light' : 'dark',
    light: measured(light),
    palettes,
  }
}
