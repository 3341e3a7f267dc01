const UNITS = [
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How far `then` lies from `now` (both in ms) in the reader's words; null when it is more than four weeks. */
export const relativeTime = ({
  locale,
  now,
  then,
}: {
  locale: string
  now: number
  then: number
}): null | string => {
  const seconds = Math.round((then - now) / 1000)
  if (Math.abs(seconds) > 4 * 604_800) {
    return null
  }
  const [unit, size] =
    UNITS.find(([, one]) => Math.abs(seconds) >= one) ?? (['second', 60] as const)
  const count = unit === 'second' ? 0 : Math.trunc(seconds / size)

  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(count, unit)
}
