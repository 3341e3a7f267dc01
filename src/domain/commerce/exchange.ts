import type { Rounding, SchoolCurrency } from '../tenancy/currencies'
import type { Money } from './money'

import { isRate } from '../tenancy/currencies'
import { checkedAmount, exponentOf } from './money'

/** The reference rates of a day (`YYYY-MM-DD`): units of each currency for one euro, as decimal text. */
export type DayRates = { day: string; perEuro: Readonly<Record<string, string>> }

/** A rate as it is applied: units of a currency for one of the school's own, as decimal text. `day` is null for a rate of the school's. */
export type Rate = { day: null | string; value: string }

/** What an order was worth in the school's own currency when it was placed, in minor units of it. */
export type Exchange = Rate & {
  base: number
  /** The school's own currency. */
  currency: string
  discount: number
  tax: number
  total: number
}

/** Decimal places that a rate is kept with. */
const PLACES = 10

const EURO = 'EUR'

/** Decimal text as a fraction of whole numbers. */
const fractionOf = (text: string): { over: bigint; units: bigint } => {
  const [whole = '', decimals = ''] = text.split('.')

  return { over: 10n ** BigInt(decimals.length), units: BigInt(whole + decimals) }
}

const halfUp = (units: bigint, over: bigint): bigint => (2n * units + over) / (2n * over)

/** The rate from one currency to another by the rates of a day, rounded to ten places; null where one of them has none. */
export const rateBetween = (
  { day, perEuro }: DayRates,
  { from, to }: { from: string; to: string },
): null | Rate => {
  const [one, other] = [from, to].map((code) => (code === EURO ? '1' : perEuro[code]))
  if (!isRate(one) || !isRate(other)) {
    return null
  }
  const [a, b] = [fractionOf(one), fractionOf(other)]
  const scaled = halfUp(b.units * a.over * 10n ** BigInt(PLACES), b.over * a.units)
  const digits = String(scaled).padStart(PLACES + 1, '0')
  const value = `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/\.?0+$/, '')

  return isRate(value) ? { day, value } : null
}

/** The rate by which a school sells in a currency; null where it sells there at prices of its own alone, or none is known. */
export const rateOf = (
  { conversion, currency, rate }: SchoolCurrency,
  { base, rates }: { base: string; rates: DayRates | null },
): null | Rate => {
  if (conversion === 'own') {
    return isRate(rate) ? { day: null, value: rate } : null
  }

  return conversion === 'daily' && rates ? rateBetween(rates, { from: base, to: currency }) : null
}

/** Money in another currency, in minor units of that, half a unit rounded up; exact. `rate` is units of it for one of the money's. */
export const exchanged = ({ amount, currency }: Money, to: string, rate: string): number => {
  const { over, units } = fractionOf(rate)
  const up = BigInt(checkedAmount(amount)) * units * 10n ** BigInt(exponentOf(to))

  return checkedAmount(Number(halfUp(up, over * 10n ** BigInt(exponentOf(currency)))))
}

/** Money in the currency that a rate leads from, in minor units of that, half a unit rounded up; exact. */
export const exchangedBack = ({ amount, currency }: Money, to: string, rate: string): number => {
  const { over, units } = fractionOf(rate)
  const up = BigInt(checkedAmount(amount)) * over * 10n ** BigInt(exponentOf(to))

  return checkedAmount(Number(halfUp(up, units * 10n ** BigInt(exponentOf(currency)))))
}

const STEPS: Readonly<Record<Exclude<Rounding, 'none'>, number>> = {
  five: 5,
  ninetyNine: 1,
  ten: 10,
  whole: 1,
}

/**
 * A converted price, rounded as the school says, in minor units. What costs something goes on costing something, the least
 * step at least. A hundredth below the unit is what .99 means: where a currency has no hundredths, its price is whole.
 */
export const rounded = (amount: number, currency: string, rounding: Rounding): number => {
  if (rounding === 'none' || amount === 0) {
    return amount
  }
  const unit = 10 ** exponentOf(currency)
  const step = STEPS[rounding] * unit
  const below = rounding === 'ninetyNine' ? Math.floor(unit / 100) : 0
  const near = Math.max(1, Math.floor((2 * (amount + below) + step) / (2 * step))) * step

  return near - below
}
