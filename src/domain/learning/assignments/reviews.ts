import type { Assignment } from '../../catalog/lessons/assignment'

import { RuleError } from '../../errors'
import { afterDeduction } from './due'

/** The level that was chosen of each criterion, by their ids. */
export type Levels = Readonly<Record<string, string>>

/** A comment at a place on a page of a document; `x` and `y` are shares of its width and height from its top left. */
export type Remark = { file: string; id: string; page: number; text: string; x: number; y: number }

/** What a grader says of work. */
export type Given = {
  comment: string
  levels: Levels
  /** Points before anything is taken off for lateness; null where it is given back without any. */
  points: null | number
  remarks: readonly Remark[]
}

/** What work is worth: points before and after lateness, in per cent rounded down, and whether it passes. */
export type Worth = { passed: boolean; percent: number; points: number; score: number }

const rounded = (points: number): number => Math.round(points * 100) / 100

/**
 * What the chosen levels of a rubric come to, of an assignment's points: their sum, in the proportion of the rubric's own
 * most points. Null where there is no rubric, or a criterion has no level yet. Throws levelUnknown.
 */
export const rubricPoints = (
  { points, rubric }: Pick<Assignment, 'points' | 'rubric'>,
  levels: Levels,
): null | number => {
  const known = Object.entries(levels).every(([criterion, level]) =>
    rubric.some((one) => one.id === criterion && one.levels.some(({ id }) => id === level)),
  )
  if (!known) {
    throw new RuleError('levelUnknown')
  }
  const most = rubric.reduce(
    (sum, one) => sum + Math.max(0, ...one.levels.map((level) => level.points)),
    0,
  )
  const chosen = rubric.flatMap(
    (one) => one.levels.find(({ id }) => id === levels[one.id])?.points ?? [],
  )

  return most > 0 && chosen.length === rubric.length
    ? rounded((chosen.reduce((sum, one) => sum + one, 0) * points) / most)
    : null
}

/** What arithmetic on binary fractions may lose. */
const ROUNDING = 1e-9

/** What points are worth once lateness took its part. Throws pointsBeyond above an assignment's points. */
export const worthOf = ({
  assignment: { late, lateDeduction, passMark, points: most },
  lateDays,
  points,
}: {
  assignment: Pick<Assignment, 'late' | 'lateDeduction' | 'passMark' | 'points'>
  lateDays: number
  points: number
}): Worth => {
  if (points < 0 || points > most) {
    throw new RuleError('pointsBeyond', { most })
  }
  const score =
    late === 'deducted'
      ? afterDeduction({ days: lateDays, of: most, percent: lateDeduction, points })
      : rounded(points)

  return {
    passed: score * 100 + ROUNDING >= passMark * most,
    percent: Math.floor((score * 100) / most + ROUNDING),
    points: rounded(points),
    score,
  }
}
