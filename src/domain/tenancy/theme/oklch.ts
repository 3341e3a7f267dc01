/** A colour in OKLCH: lightness 0–1, chroma from 0, hue in degrees. */
export type Oklch = { c: number; h: number; l: number }

type Triple = readonly [number, number, number]

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i

/** True for `#rrggbb`, the only notation in which a school's colour is stored. */
export const isHexColour = (value: unknown): value is string =>
  typeof value === 'string' && HEX.test(value)

/** The channels of `#rrggbb`, each 0–1. Throws a RangeError for any other notation. */
export const channelsOf = (hex: string): Triple => {
  const [, r, g, b] = HEX.exec(hex) ?? []
  if (!r || !g || !b) {
    throw new RangeError(`not a colour of the form #rrggbb: ${hex}`)
  }

  return [parseInt(r, 16) / 255, parseInt(g, 16) / 255, parseInt(b, 16) / 255]
}

/** Undoes the transfer function of sRGB for one channel (IEC 61966-2-1, as in CSS Color 4). */
export const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4

const fromLinear = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055

/** sRGB to OKLCH. Matrices: Björn Ottosson, "A perceptual color space for image processing" (2020). */
export const toOklch = (hex: string): Oklch => {
  const [sr, sg, sb] = channelsOf(hex)
  const r = toLinear(sr)
  const g = toLinear(sg)
  const b = toLinear(sb)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s

  return {
    c: Math.hypot(a, bb),
    h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
  }
}

const toLinearSrgb = ({ c, h, l }: Oklch): Triple => {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3

  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

const inGamut = (rgb: Triple): boolean => rgb.every((one) => one >= -1e-4 && one <= 1 + 1e-4)

/** The chroma nearest to the wanted one that sRGB can show at this lightness and hue, by bisection. */
const fitChroma = (colour: Oklch): Oklch => {
  if (inGamut(toLinearSrgb(colour))) {
    return colour
  }
  let low = 0
  let high = colour.c
  for (let round = 0; round < 20; round += 1) {
    const middle = (low + high) / 2
    if (inGamut(toLinearSrgb({ ...colour, c: middle }))) {
      low = middle
    } else {
      high = middle
    }
  }

  return { ...colour, c: low }
}

/** OKLCH to `#rrggbb`; what sRGB cannot show loses chroma and keeps lightness and hue. */
export const toHex = (colour: Oklch): string => {
  const l = Math.min(1, Math.max(0, colour.l))
  const byte = (linear: number) =>
    Math.round(Math.min(1, Math.max(0, fromLinear(Math.min(1, Math.max(0, linear))))) * 255)
      .toString(16)
      .padStart(2, '0')

  return `#${toLinearSrgb(fitChroma({ ...colour, l }))
    .map(byte)
    .join('')}`
}
