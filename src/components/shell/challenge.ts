/** How many challenges the page works on. */
let working = 0

const listeners = new Set<() => void>()

const note = (change: number): void => {
  working += change
  listeners.forEach((tell) => tell())
}

/** Tells of each change of `isWorking`. */
export const hearWorking = (tell: () => void) => {
  listeners.add(tell)

  return () => listeners.delete(tell)
}

/** Whether something is worked out just now, for which whoever sent a form waits. */
export const isWorking = (): boolean => working > 0

/** The solution of a challenge, as it is sent; null where this browser finds none. */
export const solved = async (challenge: unknown): Promise<null | string> => {
  note(1)
  try {
    return await (await import('./solveChallenge')).solutionOf(challenge)
  } catch {
    return null
  } finally {
    note(-1)
  }
}
