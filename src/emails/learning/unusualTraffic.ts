import type { MailTemplate } from '../types'

/** Bytes as people speak of films: gigabytes of a thousand million, to one decimal. */
const gigabytes = (bytes: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    maximumFractionDigits: 1,
    style: 'unit',
    unit: 'gigabyte',
  }).format(bytes / 1_000_000_000)

/** Tells the school of an account that is sent far more video than is usual. */
export const unusualTraffic: MailTemplate<'unusualTraffic'> = {
  values: ({ data: { bytes, day, student, usual }, locale }) => ({
    amount: gigabytes(bytes, locale),
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(day),
    ),
    student,
    usual: gigabytes(usual, locale),
  }),
}
