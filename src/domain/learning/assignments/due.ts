import type { Assignment } from '../../catalog/lessons/assignment'

import { clockIn, momentAt } from '../../zoned'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The same time of day, `days` later by a clock in a time zone; a day there may have 23 or 25 hours. */
const laterBy = (moment: Date, days: number, zone: string): Date => {
  const clock = new Date(Date.parse(`${clockIn(moment, zone)}Z`) + days * DAY_MS)

  return momentAt(clock.toISOString().slice(0, 16), zone) ?? moment
}

/** The last minute of a day (ISO 8601, without a time) by a clock in a time zone. */
export const lastMinuteOf = (day: string, zone: string): Date | null =>
  momentAt(`${day}T23:59`, zone)

/** The last minute of the day that is `days` after a moment, by a clock in a time zone. */
const endOfDay = (moment: Date, days: number, zone: string): Date | null => {
  const [day = ''] = clockIn(moment, zone).split('T')
  const then = new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS)

  return lastMinuteOf(then.toISOString().slice(0, 10), zone)
}

/**
 * When an assignment is due for a learner, by the school's clock (an IANA `zone`): on its date, or at the end of
 * the day that is so many days after the learner enrolled, or could open it. Null where it never is.
 */
export const dueOf = (
  { dueAt, dueDays, dueKind }: Pick<Assignment, 'dueAt' | 'dueDays' | 'dueKind'>,
  { enrolledAt, releasedAt, zone }: { enrolledAt: Date; releasedAt: Date | null; zone: string },
): Date | null => {
  switch (dueKind) {
    case 'date':
      return dueAt === null ? null : momentAt(dueAt, zone)
    case 'enrolled':
      return endOfDay(enrolledAt, dueDays, zone)
    case 'none':
      return null
    case 'released':
      return endOfDay(releasedAt ?? enrolledAt, dueDays, zone)
  }
}

/** From when something is late: the minute in which it is due still counts. */
export const lateFrom = (due: Date): Date => new Date(due.getTime() + MINUTE_MS)

/** Whether a moment is after the minute in which something is due. */
export const isLate = (due: Date | null, at: Date): boolean => due !== null && at >= lateFrom(due)

/** How many days have begun since something was due, by a clock in a time zone; 0 in time. */
export const lateDays = (due: Date | null, at: Date, zone: string): number => {
  if (due === null || !isLate(due, at)) {
    return 0
  }
  let days = Math.max(1, Math.floor((at.getTime() - due.getTime()) / DAY_MS))
  while (isLate(laterBy(due, days, zone), at)) {
    days += 1
  }

  return days
}

const rounded = (points: number): number => Math.round(points * 100) / 100

/** Points that are left once the late days have cost `percent` of all points each; to hundredths, never below 0. */
export const afterDeduction = ({
  days,
  of,
  percent,
  points,
}: {
  days: number
  /** The most points there are. */
  of: number
  percent: number
  points: number
}): number => rounded(Math.max(0, points - (of * Math.min(100, percent * days)) / 100))
