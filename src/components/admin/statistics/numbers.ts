import type { Locale } from '@/domain/tenancy/locales'

/** Numbers of statistics as a language writes them: shares in per cent, correlations to hundredths, moments in UTC. */
export const numbersIn = (language: Locale) => {
  const percent = new Intl.NumberFormat(language, { maximumFractionDigits: 0, style: 'percent' })
  const hundredths = new Intl.NumberFormat(language, {
    maximumFractionDigits: 2,
    minimumFractionDigits: 2,
  })
  const moments = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })

  return {
    decimal: (value: number): string => hundredths.format(value),
    moment: (at: string): string => `${moments.format(new Date(at))} UTC`,
    share: (value: number): string => percent.format(value),
  }
}
