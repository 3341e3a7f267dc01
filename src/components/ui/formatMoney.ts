import { exponentOf } from '@/domain/commerce/money'

/** Formats made so far: making one costs a phone as long as showing a whole form. */
const formats = new Map<string, Intl.NumberFormat>()

const formatOf = (locale: string, currency: string, whole: boolean): Intl.NumberFormat => {
  const key = `${locale} ${currency} ${whole}`
  const known = formats.get(key)
  if (known) {
    return known
  }
  const digits = exponentOf(currency)
  const made = new Intl.NumberFormat(locale, {
    currency,
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
    style: 'currency',
    trailingZeroDisplay: whole ? 'stripIfInteger' : 'auto',
  })
  formats.set(key, made)

  return made
}

/**
 * An amount in minor units as the reader writes it, with the decimals of the currency's minor unit (yen 0, dollar 2, dinar 3); below zero
 * for what is taken off. `whole` leaves out decimals that are all zero. RangeError when the currency is no three-letter code.
 */
export const formatMoney = ({
  amount,
  currency,
  locale,
  whole = false,
}: {
  amount: number
  currency: string
  locale: string
  whole?: boolean
}): string => formatOf(locale, currency, whole).format(amount / 10 ** exponentOf(currency))
