type School = { busy: number; waiting: (() => void)[] }

type Entry = {
  /** Whether whoever waited is gone by now. */
  isGone: () => boolean
  refuse: () => void
  school: string
  start: (leave: () => void) => void
}

/**
 * Lets each school have `most` requests worked on at once; `queue` more wait for their turn, first come first served, and the others are refused.
 * So one school that is asked for more than can be done waits for itself, and takes no turn of another.
 */
export const schoolPlaces = ({ most, queue }: { most: number; queue: number }) => {
  const schools = new Map<string, School>()

  const leave = (name: string): void => {
    const school = schools.get(name)
    if (!school) {
      return
    }
    const next = school.waiting.shift()
    if (next) {
      next()

      return
    }
    school.busy -= 1
    if (school.busy === 0) {
      schools.delete(name)
    }
  }

  const enter = ({ isGone, refuse, school: name, start }: Entry): void => {
    const school = schools.get(name) ?? { busy: 0, waiting: [] }
    schools.set(name, school)
    let isIn = true
    const once = () => {
      if (isIn) {
        isIn = false
        leave(name)
      }
    }
    if (school.busy < most) {
      school.busy += 1
      start(once)
    } else if (school.waiting.length < queue) {
      school.waiting.push(() => (isGone() ? once() : start(once)))
    } else {
      refuse()
    }
  }

  return {
    enter,
    /** How many requests of a school wait for their turn. */
    waiting: (name: string): number => schools.get(name)?.waiting.length ?? 0,
  }
}
