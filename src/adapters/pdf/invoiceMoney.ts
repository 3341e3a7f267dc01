import type { Locale } from '@/domain/tenancy/locales'

import { decimalText, exponentOf } from '@/domain/commerce/money'
import { percentText } from '@/domain/commerce/tax/percentText'

/** Marks of direction, for which a typeface has no letters; the styles say the direction instead. */
const MARKS = /[\u061c\u200e\u200f]/g

/** A percentage as the language writes it. */
export const invoicePercent = ({ locale, percent }: { locale: Locale; percent: number }): string =>
  percentText(percent, locale).replace(MARKS, '')

/**
 * Writes amounts in minor units as the language does, with the currency's code: unlike a sign it is the
 * same everywhere, and no typeface lacks it. `isOff` writes what is taken off.
 */
export const invoiceMoney = ({ currency, locale }: { currency: string; locale: Locale }) => {
  const digits = exponentOf(currency)
  const format = new Intl.NumberFormat(locale, {
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
    style: 'currency',
  })

  return (amount: number, { isOff = false } = {}): string => {
    const text: `${number}` = decimalText({ amount, currency })

    return format.format(isOff ? (`-${text}` as `${number}`) : text).replace(MARKS, '')
  }
}
