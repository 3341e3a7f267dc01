import { describe, expect, it } from '@jest/globals'

import type { SchoolCurrency } from '../tenancy/currencies'
import type { PriceIn } from './prices'
import type { Terms } from './subscriptions'

import { amountOffIn, currenciesOf, priceIn } from './prices'

const rates = { day: '2026-11-20', perEuro: { ILS: '4', JPY: '160', USD: '1' } }
const sold = (currency: string, given: Partial<SchoolCurrency> = {}): SchoolCurrency => ({
  conversion: 'daily',
  currency,
  rate: null,
  rounding: 'whole',
  ...given,
})
const further = {
  currencies: [
    sold('EUR', { conversion: 'none' }),
    sold('ILS', { rounding: 'five' }),
    sold('JPY'),
    sold('RUB', { conversion: 'own', rate: '92.5', rounding: 'ten' }),
  ],
  prices: [{ amount: 4500, currency: 'EUR', least: 900, most: null, setupFee: 100 }],
}
const own: PriceIn = { amount: 4900, currency: 'USD', open: null, terms: null }
const terms: Terms = {
  amount: 4900,
  currency: 'USD',
  interval: 'month',
  kind: 'subscription',
  payments: null,
  setupFee: 1000,
  trialDays: 7,
}

describe('the price of an offer', () => {
  it.each<[string, null | number]>([
    ['USD', 4900],
    ['EUR', 4500],
    ['ILS', 19_500],
    ['JPY', 7840],
    ['RUB', 453_000],
  ])('in %s is %p', (currency, amount) => {
    expect(priceIn(own, currency, { further, rates })).toMatchObject({ amount, currency })
  })

  it('is not to be had without a price of its own and a rate, nor where the school does not sell', () => {
    expect(priceIn(own, 'GBP', { further, rates })).toBeNull()
    expect(priceIn(own, 'ILS', { further, rates: null })?.amount).toBeNull()
    expect(priceIn(own, 'EUR', { further: { ...further, prices: [] }, rates })?.amount).toBeNull()
    expect(
      priceIn({ ...own, amount: 0 }, 'EUR', { further: { ...further, prices: [] }, rates }),
    ).toEqual({ ...own, amount: 0, currency: 'EUR' })
  })

  it('takes with it what recurs, what is charged once, and what buyers may name', () => {
    expect(priceIn({ ...own, terms }, 'ILS', { further, rates })?.terms).toEqual({
      ...terms,
      amount: 19_500,
      currency: 'ILS',
      setupFee: 4000,
    })
    const open = { least: 500, most: 10_000, suggested: 4900 }
    expect(priceIn({ ...own, open }, 'ILS', { further, rates })?.open).toEqual({
      least: 2000,
      most: 40_000,
      suggested: 19_500,
    })
    expect(priceIn({ ...own, open }, 'EUR', { further, rates })?.open).toEqual({
      least: 900,
      most: null,
      suggested: 4500,
    })
  })
})

it('sells in the school’s own currency first', () => {
  expect(currenciesOf('USD', further)).toEqual(['USD', 'EUR', 'ILS', 'JPY', 'RUB'])
})

describe('a coupon of a fixed amount', () => {
  const given = { base: 'USD', further, rates }

  it.each<[string, number, string, null | number]>([
    ['USD', 1000, 'USD', 1000],
    ['USD', 1000, 'ILS', 4000],
    ['USD', 1000, 'RUB', 92_500],
    ['ILS', 4000, 'USD', 1000],
    ['USD', 1000, 'EUR', null],
    ['ILS', 4000, 'JPY', null],
    ['GBP', 1000, 'USD', null],
  ])('of %s %d takes off in %s: %p', (currency, amount, to, expected) => {
    expect(amountOffIn({ amount, currency }, to, given)).toBe(expected)
  })
})
