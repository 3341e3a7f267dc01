/** Numbers from 0 up to 1 that follow from a seed: the same each time (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0

  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of several. */
export const pick = <T>(random: () => number, some: readonly T[]): T =>
  some[Math.floor(random() * some.length)] as T
