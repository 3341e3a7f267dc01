import type { Oklch } from './oklch'

/** What greys a school can choose: tinted by its own colour, bluish, without any tint, or brownish. */
export const NEUTRALS = ['brand', 'cool', 'pure', 'warm'] as const

export type Neutral = (typeof NEUTRALS)[number]

/** Most chroma of a grey: in the dark a tint needs more of it to be seen. */
const MOST = { dark: 0.016, light: 0.012 } as const

const HUES = { cool: 255, warm: 75 } as const

/** The tint of every grey of a school: chroma and hue in OKLCH. */
export const tintOf = ({
  brand,
  mode,
  neutral,
}: {
  brand: Oklch
  mode: 'dark' | 'light'
  neutral: Neutral
}): Pick<Oklch, 'c' | 'h'> => {
  if (neutral === 'pure') {
    return { c: 0, h: 0 }
  }
  if (neutral === 'cool' || neutral === 'warm') {
    return { c: MOST[mode], h: HUES[neutral] }
  }

  return { c: Math.min(brand.c * 0.15, MOST[mode]), h: brand.h }
}
