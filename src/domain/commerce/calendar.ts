const DAY_MS = 24 * 3600_000

/** That many times 24 hours later. */
export const addDays = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS)

/**
 * The same day and time of day that many months later, in UTC; where the month has no such day, its
 * last one. Count from one anchor (31 January + 1 is 28 February, + 2 is 31 March), not from step to
 * step, which would drift.
 */
export const addMonths = (anchor: Date, months: number): Date => {
  const day = anchor.getUTCDate()
  const later = new Date(anchor)
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + months)
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(day, last))

  return later
}
