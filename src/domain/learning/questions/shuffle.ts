/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32, by Tommy Ettinger). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0

  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same in another order, every order as likely (Fisher and Yates). */
export const shuffled = <T>(list: readonly T[], random: () => number): T[] => {
  const left = [...list]

  return list.flatMap(() => left.splice(Math.floor(random() * left.length), 1))
}
