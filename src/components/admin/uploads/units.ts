const STEP = 1000

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Bytes in the words of a language, as those who sell storage count: 1.5 GB. */
export const bytesIn = (language: string, bytes: number): string => {
  const power = Math.min(
    UNITS.length - 1,
    bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(STEP)),
  )

  return new Intl.NumberFormat(language, {
    maximumFractionDigits: power > 1 ? 1 : 0,
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: 'short',
  }).format(bytes / STEP ** power)
}

const MINUTE = 60
const HOUR = 3600

/** A while in the words of a language, rounded up: 3 min. */
export const timeIn = (language: string, seconds: number): string => {
  const [unit, size] =
    seconds >= HOUR
      ? (['hour', HOUR] as const)
      : seconds >= MINUTE
        ? (['minute', MINUTE] as const)
        : (['second', 1] as const)

  return new Intl.NumberFormat(language, {
    maximumFractionDigits: 0,
    style: 'unit',
    unit,
    unitDisplay: 'short',
  }).format(Math.max(1, Math.ceil(seconds / size)))
}
