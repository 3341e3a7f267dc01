import type { Locale } from '@/domain/tenancy/locales'

const UNITS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** Moments as a language writes them: the day, to the minute, and how long ago it was. */
export const momentsIn = (language: Locale, zone?: string) => {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: zone })
  const exact = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })

  return {
    ago: (at: string, now: Date): string => {
      const seconds = Math.max(0, (now.getTime() - new Date(at).getTime()) / 1000)
      const [unit, length] = UNITS.find(([, one]) => seconds >= one) ?? (['minute', 60] as const)

      return relative.format(-Math.floor(seconds / length), unit)
    },
    day: (at: string): string => days.format(new Date(at)),
    exact: (at: string): string => exact.format(new Date(at)),
  }
}
