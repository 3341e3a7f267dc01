import { addDays, addMonths } from './calendar'

/** For how long what is bought stays open: for good, for so many days or months, until a date, or while it is paid for. */
export const ACCESS_UNITS = ['forever', 'days', 'months', 'until', 'whilePaid'] as const

type AccessUnit = (typeof ACCESS_UNITS)[number]

/** An offer's access rule; `count` is the number of days or months, null for the other units; `until` (ISO 8601) stands with its unit alone. */
export type AccessRule = { count: null | number; unit: AccessUnit; until?: null | string }

export const FOREVER: AccessRule = { count: null, unit: 'forever' }

/** Longest access that can be sold by days and by months: ten years. */
export const LONGEST: Readonly<Record<'days' | 'months', number>> = { days: 3650, months: 120 }

/**
 * When access bought at `from` ends; null means never. Months are the calendar's (`addMonths`). Throws
 * RangeError for `whilePaid`, whose end its subscription knows, and for a rule without its count or date.
 */
export const accessEnd = ({ count, unit, until }: AccessRule, from: Date): Date | null => {
  if (unit === 'forever') {
    return null
  }
  if (unit === 'until' && until) {
    return new Date(until)
  }
  if (
    unit === 'whilePaid' ||
    unit === 'until' ||
    count === null ||
    !Number.isInteger(count) ||
    count < 1
  ) {
    throw new RangeError(`Access of ${count ?? 'no'} ${unit} has no end of its own.`)
  }

  return unit === 'days' ? addDays(from, count) : addMonths(from, count)
}

/** A time in which a course is open to somebody; `endsAt` null means for good. */
export type Grant = { endsAt: Date | null }

/** Until when several grants together open a course: for good where one does, else until the last of them ends. */
export const unionOf = (grants: readonly Grant[]): Date | null => {
  const ends = grants.map(({ endsAt }) => endsAt)
  const last = ends.reduce<Date | null>(
    (latest, end) => (end && (!latest || end > latest) ? end : latest),
    null,
  )

  return ends.includes(null) ? null : last
}

/**
 * From when newly bought time counts: from the end of time bought before, while that still runs, so that
 * buying again extends it; else from the purchase.
 */
export const extendFrom = (bought: Date, earlier: readonly Grant[]): Date =>
  earlier.reduce((from, { endsAt }) => (endsAt && endsAt > from ? endsAt : from), bought)
