/** Numbers from 0 to 1, always the same for one seed (mulberry32). */
export const chancesOf = (seed: number) => {
  let state = seed

  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The same ones in an order of chance. */
export const shuffled = <One>(ones: readonly One[], chance: () => number): One[] =>
  ones
    .map((one) => ({ one, place: chance() }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ one }) => one)
