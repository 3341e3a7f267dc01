import { contrast, legible } from './contrast'
import { toHex, toOklch, type Oklch } from './oklch'

/** A filled accent: the fill, the same under the pointer, the text on it, and its edge against the page. */
export type AccentFill = {
  accent: string
  'accent-contrast': string
  'accent-hover': string
  'accent-line': string
}

/** How far the brand may be darkened to keep white text on it, before dark text is chosen instead. */
const PATIENCE = 0.06
const TEXT_RATIO = 4.5
const EDGE_RATIO = 3

const hoverOf = (fill: Oklch, ink: string): string => {
  const away = contrast(ink, '#000000') > contrast(ink, '#ffffff') ? -0.045 : 0.045
  const bounced = [away, -away].map((by) => toHex({ ...fill, l: fill.l + by }))

  return (
    bounced.find(
      (hex) => contrast(hex, ink) >= TEXT_RATIO && Math.abs(toOklch(hex).l - fill.l) > 0.02,
    ) ?? toHex(fill)
  )
}

/**
 * The fill made of a brand colour. The brand stays as it is where text on it can reach 4.5:1, and is moved in lightness
 * where it cannot; `accent-line` is the edge that keeps a pale or dark brand apart from the page at 3:1.
 */
export const accentFill = ({
  brand,
  edges,
  toward,
}: {
  brand: Oklch
  edges: readonly string[]
  toward: 'darker' | 'lighter'
}): AccentFill => {
  const light = toHex({ c: Math.min(brand.c, 0.005), h: brand.h, l: 0.995 })
  const dark = toHex({ c: Math.min(brand.c, 0.02), h: brand.h, l: 0.16 })
  const darkened = legible({ colour: brand, on: [light], ratio: TEXT_RATIO, toward: 'darker' })
  const keepsWhite = brand.l - toOklch(darkened).l <= PATIENCE
  const ink = keepsWhite ? light : dark
  const accent = keepsWhite
    ? darkened
    : legible({ colour: brand, on: [dark], ratio: TEXT_RATIO, toward: 'lighter' })
  const fill = toOklch(accent)

  return {
    accent,
    'accent-contrast': ink,
    'accent-hover': hoverOf(fill, ink),
    'accent-line': legible({ colour: fill, on: edges, ratio: EDGE_RATIO, toward }),
  }
}
