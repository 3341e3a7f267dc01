/** What a viewer chose in any player of this browser. `captions` is a language, or none; `height` in pixels, or as the line allows. */
export type Preferences = {
  captions: null | string
  height: null | number
  muted: boolean
  rate: number
  volume: number
}

const KEY = 'player'

const NONE: Preferences = { captions: null, height: null, muted: false, rate: 1, volume: 1 }

const within = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && value >= least && value <= most ? value : otherwise

/** Preferences as they were kept, and what is usual in place of whatever is not one. */
export const preferencesIn = (text: null | string): Preferences => {
  try {
    const { captions, height, muted, rate, volume } = {
      ...NONE,
      ...(JSON.parse(text ?? '{}') as Partial<Preferences>),
    }

    return {
      captions: typeof captions === 'string' ? captions : null,
      height: typeof height === 'number' ? height : null,
      muted: muted === true,
      rate: within(rate, 0.25, 4, NONE.rate),
      volume: within(volume, 0, 1, NONE.volume),
    }
  } catch {
    return NONE
  }
}

const read = (): Preferences => {
  try {
    return preferencesIn(localStorage.getItem(KEY))
  } catch {
    return NONE
  }
}

/** The viewer's choices, kept in the browser where it keeps anything. */
export const preferences = {
  keep: (chosen: Partial<Preferences>): void => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...read(), ...chosen }))
    } catch {
      // Chosen anew the next time.
    }
  },
  read,
}
