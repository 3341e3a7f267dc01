import { accentFill, type AccentFill } from './accent'
import { contrast, legible } from './contrast'
import { tintOf, type Neutral } from './neutral'
import { toHex, toOklch, type Oklch } from './oklch'

type Tone = 'danger' | 'info' | 'success' | 'warning'

type Ground = 'canvas' | 'raised' | 'sunken' | 'surface'

/** Every role a colour can have in the interface. Nothing else is coloured. */
export type Role =
  | Ground
  | Tone
  | keyof AccentFill
  | 'accent-soft'
  | 'accent-text'
  | 'focus'
  | 'line'
  | 'line-strong'
  | 'muted'
  | 'subtle'
  | 'text'
  | `${Tone}-contrast`
  | `${Tone}-soft`

/** One hex colour per role. */
export type Palette = Record<Role, string>

/** The two choices from which every colour of a school follows; `accent` is `#rrggbb`, greys carry the accent's hue unless `neutral` says otherwise. */
export type Look = { accent: string; neutral?: Neutral }

type Mode = 'dark' | 'light'

const HUES: Record<Tone, { c: number; h: number }> = {
  danger: { c: 0.18, h: 25 },
  info: { c: 0.13, h: 250 },
  success: { c: 0.13, h: 152 },
  warning: { c: 0.12, h: 70 },
}

const GROUNDS: Record<Mode, Record<Ground, number>> = {
  dark: { canvas: 0.175, raised: 0.255, sunken: 0.145, surface: 0.212 },
  light: { canvas: 0.988, raised: 1, sunken: 0.966, surface: 1 },
}

/** The lightness a role starts from, before it is moved to the contrast it must have. */
const START: Record<
  Mode,
  Record<'ink' | 'line' | 'lineStrong' | 'muted' | 'soft' | 'tone', number>
> = {
  dark: { ink: 0.955, line: 0.31, lineStrong: 0.5, muted: 0.77, soft: 0.29, tone: 0.76 },
  light: { ink: 0.22, line: 0.915, lineStrong: 0.7, muted: 0.45, soft: 0.955, tone: 0.55 },
}

/** In the dark the brand is softer: a little less chroma, and never darker than it can be seen. */
const brandOf = (accent: string, mode: Mode): Oklch => {
  const brand = toOklch(accent)

  return mode === 'light' ? brand : { c: brand.c * 0.92, h: brand.h, l: Math.max(0.45, brand.l) }
}

const toneRoles = ({
  grounds,
  mode,
  tone,
}: {
  grounds: string[]
  mode: Mode
  tone: Tone
}): [Role, string][] => {
  const { c, h } = HUES[tone]
  const toward = mode === 'light' ? 'darker' : 'lighter'
  const soft = toHex({ c: mode === 'light' ? 0.025 : 0.045, h, l: START[mode].soft })
  const ink = { c, h, l: START[mode].tone }
  const main = legible({ colour: ink, on: [...grounds, soft], ratio: 4.6, toward })
  const white = contrast(main, '#ffffff') >= 4.5

  return [
    [tone, main],
    [`${tone}-contrast`, white ? '#ffffff' : toHex({ c: 0.03, h, l: 0.16 })],
    [`${tone}-soft`, soft],
  ]
}

const paletteFor = ({ accent, neutral: kind = 'brand' }: Look, mode: Mode): Palette => {
  const brand = brandOf(accent, mode)
  const start = START[mode]
  const toward = mode === 'light' ? 'darker' : 'lighter'
  const tint = tintOf({ brand, mode, neutral: kind })
  const neutral = (l: number, share = 1): Oklch => ({ c: tint.c * share, h: tint.h, l })
  const ground = (name: Ground) => toHex(neutral(GROUNDS[mode][name], mode === 'light' ? 0.5 : 1))
  const canvas = ground('canvas')
  const surface = ground('surface')
  const raised = ground('raised')
  const sunken = ground('sunken')
  const grounds = [canvas, surface, raised, sunken]
  const soft = toHex({ c: Math.min(brand.c, 0.04), h: brand.h, l: start.soft })
  const all = [...grounds, soft]
  const fill = accentFill({ brand, edges: grounds, toward })
  const reach = (colour: Oklch, ratio: number, on = all) => legible({ colour, on, ratio, toward })
  const seen = { ...brand, l: mode === 'light' ? Math.min(brand.l, 0.62) : Math.max(brand.l, 0.6) }
  const tones = (['danger', 'info', 'success', 'warning'] as const).flatMap((tone) =>
    toneRoles({ grounds, mode, tone }),
  )

  return {
    ...(Object.fromEntries(tones) as Pick<Palette, Tone | `${Tone}-contrast` | `${Tone}-soft`>),
    ...fill,
    'accent-soft': soft,
    'accent-text': reach(seen, 4.6),
    canvas,
    focus: reach(seen, 3.2),
    line: toHex(neutral(start.line)),
    'line-strong': reach(neutral(start.lineStrong), 3.05, grounds),
    muted: reach(neutral(start.muted), 5.5),
    raised,
    subtle: reach(neutral(start.muted + (mode === 'light' ? 0.12 : -0.12)), 4.6),
    sunken,
    surface,
    text: reach(neutral(start.ink), 8),
  }
}

/**
 * Every role as hex, in light and dark, computed from the school's accent (`#rrggbb`; RangeError otherwise) and its greys. For mails and PDFs,
 * which know no CSS variables, take `light`. Contrast against canvas, surface, raised, sunken and accent-soft: text 7:1, muted, subtle
 * and accent-text 4.5:1; the `-contrast` roles 4.5:1 on their fills; focus, accent-line and line-strong 3:1 on the grounds.
 */
export const paletteOf = (look: Look): { dark: Palette; light: Palette } => ({
  dark: paletteFor(look, 'dark'),
  light: paletteFor(look, 'light'),
})
