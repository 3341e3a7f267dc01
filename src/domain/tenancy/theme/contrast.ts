import { channelsOf, toHex, toLinear, type Oklch } from './oklch'

/** Relative luminance of `#rrggbb`, 0–1 (WCAG 2.2, definition of relative luminance). */
export const luminance = (hex: string): number => {
  const [r, g, b] = channelsOf(hex)

  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b)
}

/** Contrast ratio of two colours, 1–21 (WCAG 2.2, definition of contrast ratio). */
export const contrast = (one: string, other: string): number => {
  const a = luminance(one)
  const b = luminance(other)

  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const STEP = 0.005

/**
 * Moves the lightness of `colour` darker or lighter, in steps of 0.005 and no further than it must,
 * until it stands at `ratio` or more against every colour of `on`. Ends at black or white when none is enough.
 */
export const legible = ({
  colour,
  on,
  ratio,
  toward,
}: {
  colour: Oklch
  on: readonly string[]
  ratio: number
  toward: 'darker' | 'lighter'
}): string => {
  const end = toward === 'darker' ? 0 : 1
  const step = toward === 'darker' ? -STEP : STEP
  for (let l = colour.l; toward === 'darker' ? l > 0 : l < 1; l += step) {
    const hex = toHex({ ...colour, l })
    if (on.every((one) => contrast(hex, one) >= ratio)) {
      return hex
    }
  }

  return toHex({ ...colour, c: 0, l: end })
}
