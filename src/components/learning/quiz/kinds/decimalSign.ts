import type { DecimalSign } from '@/domain/learning/questions/numbers'

/** The sign before the fraction in a language. */
export const decimalSignIn = (locale: string): DecimalSign =>
  new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .some(({ type, value }) => type === 'decimal' && value === ',')
    ? ','
    : '.'
