const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0')

/** One for each zone: to make one costs a hundred times what using it does. */
const clocks = new Map<string, Intl.DateTimeFormat>()

const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timeZone)
  const clock =
    known ??
    new Intl.DateTimeFormat('en-US', {
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
      minute: '2-digit',
      month: '2-digit',
      timeZone,
      year: 'numeric',
    })
  if (!known) {
    clocks.set(timeZone, clock)
  }

  return clock
}

/** A moment as a clock in an IANA time zone shows it: `YYYY-MM-DDTHH:mm`, as `datetime-local` has it. */
export const clockIn = (moment: Date, timeZone: string): string => {
  const parts = clockOf(timeZone).formatToParts(moment)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)

  return `${pad(part('year'), 4)}-${pad(part('month'))}-${pad(part('day'))}T${pad(part('hour'))}:${pad(part('minute'))}`
}

const CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/**
 * The moment at which a clock in a time zone shows `clock` (`YYYY-MM-DDTHH:mm`); null for no such text. An hour
 * that is shown twice is the first of them; one that is left out in spring is the hour after it.
 */
export const momentAt = (clock: string, timeZone: string): Date | null => {
  const wanted = CLOCK.test(clock) ? Date.parse(`${clock}Z`) : NaN
  if (Number.isNaN(wanted)) {
    return null
  }
  const offsetAt = (time: number) => Date.parse(`${clockIn(new Date(time), timeZone)}Z`) - time
  const day = 86_400_000
  const before = wanted - offsetAt(wanted - day)
  const after = wanted - offsetAt(wanted + day)
  const exact = [before, after]
    .filter((time) => clockIn(new Date(time), timeZone) === clock)
    .sort((one, other) => one - other)

  return new Date(exact[0] ?? before)
}
