/** A finished backup by its id and its moment. */
export type Dated = { at: Date; id: string }

/** Of how many days, weeks and months, counted back from the newest backup, the newest backup is kept. */
export type KeepPolicy = { daily: number; monthly: number; weekly: number }

const DAY = 86_400_000

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
const monthOf = (at: Date): string => at.toISOString().slice(0, 7)
/** The Monday of the week, in UTC. */
const weekOf = (at: Date): string =>
  dayOf(new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY))

const newestOfEach = (
  backups: readonly Dated[],
  most: number,
  periodOf: (at: Date) => string,
): string[] => {
  const newest = new Map<string, string>()
  for (const { id, at } of backups) {
    const period = periodOf(at)
    newest.set(period, newest.get(period) ?? id)
  }

  return [...newest.values()].slice(0, most)
}

/**
 * The ids of the backups that are kept: of each of the last days, weeks and months that have any, the newest. Periods without
 * a backup do not count, so that an installation that stood still loses none; the newest backup is always among them.
 */
export const backupsToKeep = (
  backups: readonly Dated[],
  { daily, monthly, weekly }: KeepPolicy,
): Set<string> => {
  const newestFirst = [...backups].sort(
    (one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1),
  )

  return new Set([
    ...newestFirst.slice(0, 1).map(({ id }) => id),
    ...newestOfEach(newestFirst, daily, dayOf),
    ...newestOfEach(newestFirst, weekly, weekOf),
    ...newestOfEach(newestFirst, monthly, monthOf),
  ])
}

/** Work of an hour may begin this much earlier than a whole interval after the last, so that it does not wait for the next. */
const SLACK = 1_800_000

const HOUR = 3_600_000

/** Whether what is done every `hours` is to be done now; 0 hours are never. */
export const isDue = ({
  hours,
  last,
  now,
}: {
  hours: number
  last: Date | null
  now: Date
}): boolean => hours > 0 && (!last || now.getTime() - last.getTime() >= hours * HOUR - SLACK)

/** Whether the last of what is done every `hours` is so long ago that something must be wrong: twice as long. */
export const isOverdue = ({
  hours,
  last,
  now,
}: {
  hours: number
  last: Date | null
  now: Date
}): boolean => hours > 0 && (!last || now.getTime() - last.getTime() > 2 * hours * HOUR)
