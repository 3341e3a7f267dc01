import fc from 'fast-check'

import { DEFAULT_BRAND, themeCss } from './theme'
import { contrast, luminance } from './theme/contrast'
import { NEUTRALS } from './theme/neutral'
import { isHexColour, toHex, toOklch } from './theme/oklch'
import { paletteOf, type Palette, type Role } from './theme/palette'

const colour = fc
  .integer({ max: 0xffffff, min: 0 })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)

const GROUNDS: Role[] = ['canvas', 'surface', 'raised', 'sunken', 'accent-soft']
const PAGE: Role[] = ['canvas', 'surface', 'raised', 'sunken']

type Rule = { on: Role[]; ratio: number; roles: Role[] }

const RULES: Rule[] = [
  { on: GROUNDS, ratio: 7, roles: ['text'] },
  { on: GROUNDS, ratio: 4.5, roles: ['muted', 'subtle', 'accent-text'] },
  { on: PAGE, ratio: 3, roles: ['focus', 'accent-line', 'line-strong'] },
  { on: ['accent', 'accent-hover'], ratio: 4.5, roles: ['accent-contrast'] },
  ...(['success', 'warning', 'danger', 'info'] as const).flatMap((tone): Rule[] => [
    { on: [...PAGE, `${tone}-soft`], ratio: 4.5, roles: [tone] },
    { on: [tone], ratio: 4.5, roles: [`${tone}-contrast`] },
    { on: [`${tone}-soft`], ratio: 7, roles: ['text'] },
  ]),
]

const failures = (palette: Palette): string[] =>
  RULES.flatMap(({ on, ratio, roles }) =>
    roles.flatMap((role) =>
      on
        .filter((ground) => contrast(palette[role], palette[ground]) < ratio)
        .map((ground) => `${role} on ${ground}`),
    ),
  )

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#3b5bdb', '#3b5bdb')).toBe(1)
    expect(luminance('#808080')).toBeCloseTo(0.2158, 3)
  })
})

describe('OKLCH', () => {
  it('agrees with the published values of the primaries', () => {
    const red = toOklch('#ff0000')
    expect(red.l).toBeCloseTo(0.628, 3)
    expect(red.c).toBeCloseTo(0.2577, 3)
    expect(red.h).toBeCloseTo(29.23, 1)
    expect(toOklch('#ffffff').l).toBeCloseTo(1, 3)
  })

  it('brings every colour back as it was', () => {
    fc.assert(fc.property(colour, (hex) => toHex(toOklch(hex)) === hex))
  })

  it('answers a colour that sRGB can show, whatever is asked', () => {
    const any = fc.record({
      c: fc.double({ max: 0.5, min: 0, noNaN: true }),
      h: fc.double({ max: 360, min: 0, noNaN: true }),
      l: fc.double({ max: 1.2, min: -0.2, noNaN: true }),
    })
    fc.assert(fc.property(any, (wanted) => isHexColour(toHex(wanted))))
  })

  it('refuses any other notation', () => {
    expect(() => toOklch('red')).toThrow(RangeError)
    expect(() => toOklch('#fff')).toThrow(RangeError)
    expect(isHexColour('#12345g')).toBe(false)
  })
})

describe('a palette', () => {
  it('is legible in light and dark for every accent on every grey', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...NEUTRALS), (accent, neutral) => {
        const { dark, light } = paletteOf({ accent, neutral })
        expect({ accent, dark: failures(dark), light: failures(light), neutral }).toEqual({
          accent,
          dark: [],
          light: [],
          neutral,
        })
      }),
      {
        examples: ['#ffffff', '#000000', '#ffff00', '#777777', '#0000ff', '#00ff00'].flatMap(
          (accent) =>
            NEUTRALS.map((neutral): [string, (typeof NEUTRALS)[number]] => [accent, neutral]),
        ),
        numRuns: 400,
      },
    )
  }, 60_000)

  it('keeps a brand on which text can be read', () => {
    expect(paletteOf({ accent: '#3b5bdb' }).light.accent).toBe('#3b5bdb')
    expect(paletteOf({ accent: '#ffd43b' }).light.accent).toBe('#ffd43b')
    expect(paletteOf({ accent: '#ffffff' }).light.accent).toBe('#ffffff')
  })

  it('leaves neutrals of a grey brand without a tint', () => {
    expect(toOklch(paletteOf({ accent: '#888888' }).light.canvas).c).toBeLessThan(0.001)
  })

  it('tints its greys as the school chose, whatever its accent', () => {
    const hueOf = (neutral: (typeof NEUTRALS)[number], mode: 'dark' | 'light') => {
      const { c, h } = toOklch(paletteOf({ accent: '#3b5bdb', neutral })[mode].line)

      return { hasTint: c > 0.006, hue: Math.round(h / 30) * 30 }
    }
    for (const mode of ['dark', 'light'] as const) {
      expect(hueOf('pure', mode).hasTint).toBe(false)
      expect(hueOf('brand', mode)).toMatchObject({ hasTint: true })
      expect(hueOf('cool', mode).hasTint && hueOf('cool', mode).hue).toBeGreaterThan(200)
      expect(hueOf('warm', mode).hasTint && hueOf('warm', mode).hue).toBeLessThan(120)
    }
  })

  it('raises surfaces by lightness in the dark', () => {
    const { dark } = paletteOf({ accent: '#3b5bdb' })
    expect(luminance(dark.raised)).toBeGreaterThan(luminance(dark.surface))
    expect(luminance(dark.surface)).toBeGreaterThan(luminance(dark.canvas))
  })
})

describe('a theme', () => {
  it('declares the same tokens in light and dark', () => {
    const blocks = themeCss(DEFAULT_BRAND).match(/\{[^{}]*color-scheme[^{}]*\}/g) ?? []
    const names = blocks.map((block) =>
      [...block.matchAll(/--([a-z-]+):/g)].map(([, name]) => name),
    )
    expect(blocks).toHaveLength(3)
    expect(names[0]).toEqual(expect.arrayContaining(names[1] ?? []))
    expect(names[1]).toEqual(names[2])
  })

  it('halves the radius inside and speaks Hebrew in another face', () => {
    const css = themeCss({ ...DEFAULT_BRAND, accent: '#0b7285', radius: 16 })
    expect(css).toContain('--radius:16px;--radius-inner:8px')
    expect(css).toContain(":lang(he){--face:'Heebo',")
  })

  it('lets nothing but a colour in', () => {
    expect(() => themeCss({ ...DEFAULT_BRAND, accent: '#000;}</style>' })).toThrow(RangeError)
  })
})
