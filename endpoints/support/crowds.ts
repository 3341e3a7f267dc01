/** Milliseconds after which somebody who asked is gone. */
const RECENT = 10_000

/** Milliseconds for which requests of a school have to wait before it is crowded. */
const PATIENCE = 1000

/** Milliseconds for which a school that waits no more is still taken for crowded: a flood comes again. */
const LASTING = 10_000

/**
 * Which schools ask for more than this process can do while others ask too: requests of theirs have waited for their turn for a whole second.
 * A school that is alone takes nothing from anybody.
 */
export const crowds = () => {
  /** The two schools that asked last. */
  let last: { at: number; school: string }[] = []
  const since = new Map<string, number>()
  const until = new Map<string, number>()

  /** Whether a school is crowded, now that one request more of it comes and `waiting` others wait. */
  return ({ now, school, waiting }: { now: number; school: string; waiting: number }): boolean => {
    last = [{ at: now, school }, ...last.filter((one) => one.school !== school)].slice(0, 2)
    const isAlone = !last.some((one) => one.school !== school && now - one.at < RECENT)
    if (waiting === 0) {
      since.delete(school)
    } else if (!since.has(school)) {
      since.set(school, now)
    }
    const isLate = now - (since.get(school) ?? now) >= PATIENCE
    if (isLate && (!isAlone || (until.get(school) ?? 0) > now)) {
      until.set(school, now + LASTING)
    }
    const isCrowded = (until.get(school) ?? 0) > now
    if (!isCrowded) {
      until.delete(school)
    }

    return isCrowded
  }
}
