import { USUAL_GRACE_DAYS, USUAL_RETRY_DAYS } from '../tenancy/retries'
import { addDays } from './calendar'

/**
 * How a school goes after a charge that was declined: on which days after a period's end it is tried again, for how
 * many days access lasts meanwhile, and whether it leaves the buyer alone on her weekend, in her time zone.
 */
export type Dunning = {
  graceDays: number
  retryDays: readonly number[]
  skipsWeekends: boolean
  timeZone: string
}

/** What a school has that chose nothing else; weekends are left out where it says so. */
export const USUAL_DUNNING: Dunning = {
  graceDays: USUAL_GRACE_DAYS,
  retryDays: USUAL_RETRY_DAYS,
  skipsWeekends: false,
  timeZone: 'UTC',
}

/** Zones of countries that rest on Friday and Saturday, and on Friday alone; everybody else on Saturday and Sunday (CLDR, weekData). */
const RESTS: readonly { days: readonly string[]; zones: readonly string[] }[] = [
  {
    days: ['Fri', 'Sat'],
    zones: [
      'Africa/Algiers',
      'Africa/Cairo',
      'Africa/Khartoum',
      'Africa/Tripoli',
      'Asia/Aden',
      'Asia/Amman',
      'Asia/Baghdad',
      'Asia/Bahrain',
      'Asia/Damascus',
      'Asia/Jerusalem',
      'Asia/Kuwait',
      'Asia/Muscat',
      'Asia/Qatar',
      'Asia/Riyadh',
      'Asia/Tel_Aviv',
      'Israel',
    ],
  },
  { days: ['Fri'], zones: ['Asia/Tehran', 'Iran'] },
]

const WEEKEND: readonly string[] = ['Sat', 'Sun']

/** Whether it is a day of rest where somebody lives; an unknown zone is UTC. */
export const isDayOfRest = (at: Date, timeZone: string): boolean => {
  const days = RESTS.find(({ zones }) => zones.includes(timeZone))?.days ?? WEEKEND

  return days.includes(weekdayIn(at, timeZone))
}

const weekdayIn = (at: Date, timeZone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(at)
  } catch {
    return weekdayIn(at, 'UTC')
  }
}

/** When access ends that is not paid for, in spite of all. */
export const graceEnd = (periodEnd: Date, { graceDays }: Pick<Dunning, 'graceDays'>): Date =>
  addDays(periodEnd, graceDays)

/**
 * When a charge is tried again that has failed so many times (1 and more): on the day the ladder names, at least a day
 * after the last try, and not on a day of rest while there is a later one within the grace. Null where there is no try left.
 */
export const retryAt = ({
  dunning,
  failures,
  periodEnd,
  triedAt,
}: {
  dunning: Dunning
  failures: number
  periodEnd: Date
  triedAt: Date
}): Date | null => {
  const day = dunning.retryDays[failures - 1]
  if (day === undefined) {
    return null
  }
  const named = addDays(periodEnd, day)
  const next = addDays(triedAt, 1)
  const earliest = named > next ? named : next
  const end = graceEnd(periodEnd, dunning)
  const good = dunning.skipsWeekends ? afterRest(earliest, dunning.timeZone) : earliest
  const chosen = good < end ? good : earliest

  return chosen < end ? chosen : null
}

const afterRest = (at: Date, timeZone: string): Date =>
  isDayOfRest(at, timeZone) ? afterRest(addDays(at, 1), timeZone) : at
