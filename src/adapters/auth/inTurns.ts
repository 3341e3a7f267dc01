/** Runs what it is given in the order in which it comes, `most` at once; each answers, or fails, for itself. */
export const inTurns = (most: number) => {
  const waiting: (() => void)[] = []
  let running = 0

  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < most) {
      running += 1
    } else {
      // Whoever ends hands its place on.
      await new Promise<void>((go) => waiting.push(go))
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) {
        next()
      } else {
        running -= 1
      }
    }
  }
}
