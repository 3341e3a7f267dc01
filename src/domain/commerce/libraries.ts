import type { LineSplit } from './earnings'

import { WHOLE } from '../catalog/team'
import { isLessonKind, KIND_RULES } from '../catalog/lessons/kinds'
import { distribute } from './coupons'
import { sumOf } from './money'

/** What a learner did in the lessons of one kind of a course: seconds or pages seen, and how many of them are completed. */
export type KindUse = { completed: number; course: string; kind: string; seen: number }

/** How far a learner has used each course ever, in seconds, by its id. */
export type Meter = Readonly<Record<string, number>>

/** What a page that was seen stands for, in seconds; and a completed lesson that is counted in neither seconds nor pages. */
const PAGE_SECONDS = 60
const LESSON_SECONDS = 300

/** Seconds of films and recordings as they were seen, a minute for a page, five for a completed lesson without either. */
const secondsIn = ({ completed, kind, seen }: KindUse): number => {
  const measure = isLessonKind(kind) ? KIND_RULES[kind].measure : null

  return measure === 'seconds'
    ? seen
    : measure === 'pages'
      ? seen * PAGE_SECONDS
      : completed * LESSON_SECONDS
}

export const meterOf = (uses: readonly KindUse[]): Meter => {
  const read: Record<string, number> = {}
  for (const use of uses) {
    read[use.course] = (read[use.course] ?? 0) + Math.floor(secondsIn(use))
  }

  return read
}

/** A course as it was used in a period, in seconds above zero. */
export type CourseUse = { course: string; seconds: number }

/** What was used between two readings, by the courses' ids. What is gone from a later reading, as with progress that was reset, counts as nothing. */
export const usedBetween = (opening: Meter, closing: Meter): CourseUse[] =>
  Object.keys(closing)
    .toSorted()
    .flatMap((course) => {
      const seconds = (closing[course] ?? 0) - (opening[course] ?? 0)

      return seconds > 0 ? [{ course, seconds }] : []
    })

/** A share of a course; `held` is for how long of the period it held, in milliseconds, and `share` in basis points. */
type HeldShare = { held: number; id: string; person: string; share: number }

/** A course that was used, and who shares in it in the period. */
export type SharedUse = CourseUse & { shares: readonly HeldShare[] }

/** How a sum is shared by use: the part of each course, in their order, and what of it each earns, in minor units. */
type SplitByUse = { earned: LineSplit['earned']; parts: readonly number[] }

/**
 * Splits what is left of a line, in minor units, over the courses by how long each was used, and the part of each by its shares, of
 * which each counts for as long as it held in the period, `length` milliseconds long. By largest remainders: the parts sum to the
 * whole, and what nobody earns of a part is the school's. Where nothing was used, all of it is.
 */
export const splitByUse = (
  left: number,
  uses: readonly SharedUse[],
  length: number,
): SplitByUse => {
  const parts =
    uses.length > 0
      ? distribute(
          left,
          uses.map(({ seconds }) => seconds),
        )
      : []
  const earned = uses.flatMap(({ shares }, index) => earnedOf(parts[index] ?? 0, shares, length))

  return { earned, parts }
}

const earnedOf = (
  part: number,
  shares: readonly HeldShare[],
  length: number,
): LineSplit['earned'] => {
  const weights = shares.map(({ held, share }) => share * Math.min(held, length))
  const amounts = distribute(part, [...weights, Math.max(0, WHOLE * length - sumOf(weights))])

  return shares.flatMap(({ id, person }, index) => {
    const amount = amounts[index] ?? 0

    return amount > 0 ? [{ amount, person, rule: id }] : []
  })
}
