/**
 * An amount in minor units as the reader writes it. The number of decimals is the currency's own (yen 0, dollar 2, dinar 3), as ISO 4217 has it.
 * `whole` leaves out decimals that are all zero. RangeError when the currency is no three-letter code.
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
  const format = new Intl.NumberFormat(locale, {
    currency,
    style: 'currency',
    trailingZeroDisplay: whole ? 'stripIfInteger' : 'auto',
  })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2

  return format.format(amount / 10 ** digits)
}
