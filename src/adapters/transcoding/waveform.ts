/** How many steps a waveform has, whatever its length. */
const STEPS = 800

/** The middle of an unsigned 8-bit sample: silence. */
const SILENCE = 128

/** Gathers how loud so many 8-bit samples are, without keeping them: the peak of each step, from 0 to 100. */
export const waveform = (samples: number) => {
  const peaks = new Array<number>(STEPS).fill(0)
  let seen = 0

  return {
    add: (part: Uint8Array): void => {
      for (const sample of part) {
        const step = Math.min(STEPS - 1, Math.floor((seen / samples) * STEPS))
        peaks[step] = Math.max(peaks[step] ?? 0, Math.abs(sample - SILENCE))
        seen += 1
      }
    },
    steps: (): number[] => peaks.map((peak) => Math.round((peak / SILENCE) * 100)),
  }
}
