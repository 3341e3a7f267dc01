import type { Rounding, SchoolCurrency } from '../tenancy/currencies'
import type { DayRates, Rate } from './exchange'
import type { Terms } from './subscriptions'
import type { OpenPrice } from './wishes'

import { exchanged, exchangedBack, rateOf, rounded } from './exchange'

/** A price as the school lists it, in minor units. */
type ListedPrice = {
  amount: number
  currency: string
  least: null | number
  most: null | number
  setupFee: number
}

/** What an offer costs in one currency, in minor units; `amount` is null where it has no price there. */
export type PriceIn = {
  amount: null | number
  currency: string
  open: null | OpenPrice
  terms: null | Terms
}

/** What an offer has beside its price in the school's own currency: prices of its own in others, and the currencies the school sells in. */
export type Further = { currencies: readonly SchoolCurrency[]; prices: readonly ListedPrice[] }

/** The currencies a school sells in, its own first. */
export const currenciesOf = (base: string, { currencies }: Further): string[] => [
  base,
  ...currencies.map(({ currency }) => currency),
]

const inTerms = (
  own: PriceIn,
  { amount, currency, least, most, setupFee }: ListedPrice,
): PriceIn => ({
  amount,
  currency,
  open: own.open && {
    least: Math.min(least ?? 0, amount),
    most: most === null ? null : Math.max(most, amount),
    suggested: amount,
  },
  terms: own.terms && { ...own.terms, amount, currency, setupFee },
})

const converted = (
  own: PriceIn & { amount: number },
  { currency, rate, rounding }: { currency: string; rate: Rate; rounding: Rounding },
): PriceIn => {
  const inIt = (amount: number, by: Rounding = rounding): number =>
    rounded(exchanged({ amount, currency: own.currency }, currency, rate.value), currency, by)

  return inTerms(own, {
    amount: inIt(own.amount),
    currency,
    least: inIt(own.open?.least ?? 0, 'none'),
    most: own.open?.most == null ? null : inIt(own.open.most, 'none'),
    setupFee: inIt(own.terms?.setupFee ?? 0),
  })
}

/**
 * What an offer costs in a currency the school sells in: its own price there, else that in the school's currency by the school's
 * conversion, rounded; what is free is free everywhere. The amount is null where neither is to be had, and the whole
 * answer where the school does not sell in the currency.
 */
export const priceIn = (
  own: PriceIn,
  currency: string,
  { further, rates }: { further: Further; rates: DayRates | null },
): null | PriceIn => {
  if (currency === own.currency) {
    return own
  }
  const sold = further.currencies.find((one) => one.currency === currency)
  const listed = further.prices.find((one) => one.currency === currency)
  if (!sold) {
    return null
  }
  if (own.amount === 0 && !own.open && !own.terms) {
    return { ...own, currency }
  }
  if (listed) {
    return inTerms(own, listed)
  }
  const rate = rateOf(sold, { base: own.currency, rates })
  const { amount } = own

  return rate && amount !== null
    ? converted({ ...own, amount }, { currency, rate, rounding: sold.rounding })
    : { ...own, amount: null, currency }
}

/**
 * The fixed amount of a coupon in the currency of a purchase, in minor units, by the school's conversion and unrounded; null
 * where it has none between the two.
 */
export const amountOffIn = (
  off: { amount: number; currency: string },
  currency: string,
  { base, further, rates }: { base: string; further: Further; rates: DayRates | null },
): null | number => {
  const rateTo = (to: string): null | Rate => {
    const sold = further.currencies.find((one) => one.currency === to)

    return sold ? rateOf(sold, { base, rates }) : null
  }
  if (off.currency === currency) {
    return off.amount
  }
  const [there, back] = [rateTo(currency), rateTo(off.currency)]
  if (off.currency === base && there) {
    return exchanged(off, currency, there.value)
  }

  return currency === base && back ? exchangedBack(off, base, back.value) : null
}
