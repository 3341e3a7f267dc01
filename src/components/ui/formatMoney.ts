import { exponentOf } from '@/domain/commerce/money'

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
}): string => {
  const digits = exponentOf(currency)
  const format = new Intl.NumberFormat(locale, {
    currency,
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
    style: 'currency',
    trailingZeroDisplay: whole ? 'stripIfInteger' : 'auto',
  })

  return format.format(amount / 10 ** digits)
}
