import type { Rate } from './exchange'
import type { Money } from './money'

import { exchangedBack } from './exchange'

/** How much of a currency is one unit of the school's own, as it was applied. */
type AppliedRate = Rate & { currency: string }

/** Sums of several currencies in the school's own, in minor units of it, and by which rates they came to that. */
export type Worth = {
  amounts: number[]
  currency: string
  rates: AppliedRate[]
  /** Currencies of which no rate is known: their sums are in none of the amounts. */
  unknown: string[]
}

/** The same sums of each of several currencies, such as what is owed and what was paid, which may be below zero. */
export type Sums = { amounts: readonly number[]; currency: string }

const back = ({ amount, currency }: Money, to: string, rate: string): number => {
  const size = exchangedBack({ amount: Math.abs(amount), currency }, to, rate)

  return amount < 0 && size > 0 ? -size : size
}

/**
 * What sums of several currencies come to in the school's own; null where all of them are of that, or there are none. `rateOf` answers
 * the rate of a currency, null where none is known.
 */
export const worthOf = (
  all: readonly Sums[],
  { base, rateOf }: { base: string; rateOf: (currency: string) => null | Rate },
): null | Worth => {
  const currencies = [...new Set(all.map(({ currency }) => currency))]
  const others = currencies.filter((currency) => currency !== base)
  if (others.length === 0) {
    return null
  }
  const known = new Map(
    others.flatMap((currency) => {
      const rate = rateOf(currency)

      return rate ? [[currency, { ...rate, currency }] as const] : []
    }),
  )
  const inBase = (amount: number, currency: string): number => {
    const rate = known.get(currency)

    return currency === base ? amount : rate ? back({ amount, currency }, base, rate.value) : 0
  }

  return {
    amounts: (all[0]?.amounts ?? []).map((_, index) =>
      all.reduce((sum, { amounts, currency }) => sum + inBase(amounts[index] ?? 0, currency), 0),
    ),
    currency: base,
    rates: [...known.values()],
    unknown: others.filter((currency) => !known.has(currency)),
  }
}
