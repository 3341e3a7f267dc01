/** A course and one that has to be completed before it, by their ids. */
export type Prerequisite = { before: string; course: string }

/** Whether `course` would have to be completed before itself, by however many steps, if it had these prerequisites. */
export const comesBeforeItself = (
  course: string,
  wanted: readonly string[],
  others: readonly Prerequisite[],
): boolean => {
  const seen = new Set<string>()
  const waiting = [...wanted]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one === course) {
      return true
    }
    if (!seen.has(one)) {
      seen.add(one)
      waiting.push(...others.filter((other) => other.course === one).map(({ before }) => before))
    }
  }

  return false
}
