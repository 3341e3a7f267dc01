/** A film or a recording as it was found: sizes in pixels as they are seen, `frameRate` in pictures a second, on average. */
export type Source = {
  duration: number
  hasSound: boolean
  picture: null | { frameRate: number; height: number; width: number }
}

/** One size a film is made in. Rates in bits a second; `level` is ten times the level of H.264. */
export type Rung = {
  height: number
  level: number
  name: string
  peak: number
  profile: 'high' | 'main'
  width: number
}

/** All that is made of one source. `frameRate` as ffmpeg reads it, `story.interval` in seconds. */
export type Plan = {
  frameRate: string
  hasSound: boolean
  posterAt: number
  rungs: Rung[]
  segment: number
  story: null | { columns: number; height: number; interval: number; rows: number; width: number }
}

/** Seconds that a segment takes; keyframes stand at its multiples. */
const SEGMENT = 6

/** The sound of every film: bits a second. */
export const SOUND_RATE = 128_000

/** The short side of a picture, and the most bits a second it is given. */
const CLASSES = [
  { level: 30, peak: 450_000, profile: 'main', short: 240 },
  { level: 31, peak: 900_000, profile: 'main', short: 360 },
  { level: 31, peak: 1_600_000, profile: 'main', short: 480 },
  { level: 40, peak: 3_200_000, profile: 'high', short: 720 },
  { level: 42, peak: 5_600_000, profile: 'high', short: 1080 },
] as const

/** H.264 halves the colour of both sides, so that they are even. */
const even = (length: number): number => Math.max(2, Math.round(length / 2) * 2)

const evenBelow = (length: number): number => Math.max(2, Math.floor(length / 2) * 2)

/**
 * The sizes a picture is made in, smallest first: each class up to its own, of the same shape, lying or upright, and none above
 * it. One that is smaller than the smallest class is made in its own size.
 */
export const rungsOf = ({ height, width }: { height: number; width: number }): Rung[] => {
  const short = Math.min(height, width)
  const fitting = CLASSES.filter((one) => one.short <= short)
  const [smallest] = CLASSES
  const classes = fitting.length > 0 ? fitting : [{ ...smallest, short: evenBelow(short) }]

  return classes.map(({ level, peak, profile, short: side }) => {
    const scale = side / short
    // Rounding must not lift a side above the source's.
    const fit = (length: number) => Math.min(even(length * scale), evenBelow(length))

    return {
      name: `v${side}`,
      height: height === short ? side : fit(height),
      level,
      peak,
      profile,
      width: width === short ? side : fit(width),
    }
  })
}

/** Rates that screens and players know, as fractions, slowest first. */
const RATES = ['15', '24000/1001', '24', '25', '30000/1001', '30', '50', '60000/1001', '60']

const valueOf = (rate: string): number => {
  const [over = '0', under = '1'] = rate.split('/')

  return Number(over) / Number(under)
}

/** The constant rate for a film: the slowest one that leaves none of its pictures out, 60 at most. */
export const frameRateFor = (average: number): string =>
  RATES.find((rate) => valueOf(rate) >= average - 0.01) ?? '60'

/** Pictures of the storyboard: wide enough to tell scenes apart, never more than so many of a film. */
const STORY = { columns: 5, most: 400, rows: 5, side: 160 }

const storyOf = ({ duration, picture }: Source): Plan['story'] => {
  if (!picture || duration < 1) {
    return null
  }
  const { columns, most, rows, side } = STORY
  const scale = side / Math.max(picture.height, picture.width)

  return {
    columns,
    height: even(picture.height * scale),
    interval: Math.max(2, Math.ceil(duration / most)),
    rows,
    width: even(picture.width * scale),
  }
}

/** What is made of a source; null where there is nothing in it to see or to hear. */
export const planFor = (source: Source): null | Plan => {
  const { duration, hasSound, picture } = source

  return picture || hasSound
    ? {
        frameRate: frameRateFor(picture?.frameRate ?? 0),
        hasSound,
        posterAt: Math.min(duration / 10, 30),
        rungs: picture ? rungsOf(picture) : [],
        segment: SEGMENT,
        story: storyOf(source),
      }
    : null
}

/** How playlists name what a rung is encoded with (RFC 6381). */
export const codecsOf = ({ level, profile }: Pick<Rung, 'level' | 'profile'>): string =>
  `avc1.${profile === 'high' ? '6400' : '4d40'}${level.toString(16).padStart(2, '0')}`

export const SOUND_CODECS = 'mp4a.40.2'
