/** How long an answer holds: from the sum a buyer is shown to the button that pays it, in milliseconds. */
const LIFETIME_MS = 10 * 60_000

/** Answers remembered at most; beyond them the oldest are forgotten. */
const MOST = 5000

type Held<Answer> = { answer: Answer; ends: number }

/**
 * Asks once and answers the same for ten minutes, in this process's memory, so that one purchase is not calculated
 * twice. What `isKept` refuses, and what failed, is asked for anew.
 */
export const remembered = <Asked, Answer>({
  ask,
  clock = Date.now,
  isKept = () => true,
  keyOf,
}: {
  ask: (asked: Asked) => Promise<Answer>
  clock?: () => number
  isKept?: (answer: Answer) => boolean
  keyOf: (asked: Asked) => string
}): ((asked: Asked) => Promise<Answer>) => {
  const known = new Map<string, Held<Answer>>()

  return async (asked) => {
    const key = keyOf(asked)
    const held = known.get(key)
    if (held && held.ends > clock()) {
      return held.answer
    }
    const answer = await ask(asked)
    known.delete(key)
    if (isKept(answer)) {
      known.set(key, { answer, ends: clock() + LIFETIME_MS })
    }
    const [oldest] = known.keys()
    if (known.size > MOST && oldest !== undefined) {
      known.delete(oldest)
    }

    return answer
  }
}
