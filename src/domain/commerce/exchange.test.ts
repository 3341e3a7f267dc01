import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Rounding } from '../tenancy/currencies'

import { isCurrency, isRate, ROUNDINGS } from '../tenancy/currencies'
import { exchanged, exchangedBack, rateBetween, rateOf, rounded } from './exchange'

const rates = {
  day: '2026-11-20',
  perEuro: { ILS: '3.9072', JPY: '162.35', KWD: '0.3189', USD: '1.0395' },
}

describe('a rate', () => {
  it.each<[string, string, null | string]>([
    ['EUR', 'USD', '1.0395'],
    ['USD', 'EUR', '0.9620009620'.replace(/0$/, '')],
    ['USD', 'ILS', '3.7587301587'],
    ['JPY', 'JPY', '1'],
    ['USD', 'RUB', null],
    ['RUB', 'USD', null],
  ])('from %s to %s is %p', (from, to, value) => {
    expect(rateBetween(rates, { from, to })?.value ?? null).toBe(value)
  })

  it('is that of the day, the school’s own, or none', () => {
    const school = { base: 'USD', rates }
    const given = { currency: 'ILS', rate: '4.2', rounding: 'none' } as const

    expect(rateOf({ ...given, conversion: 'daily' }, school)?.day).toBe('2026-11-20')
    expect(rateOf({ ...given, conversion: 'own' }, school)).toEqual({ day: null, value: '4.2' })
    expect(rateOf({ ...given, conversion: 'none' }, school)).toBeNull()
    expect(rateOf({ ...given, conversion: 'daily' }, { base: 'USD', rates: null })).toBeNull()
    expect(rateOf({ ...given, conversion: 'daily', currency: 'RUB' }, school)).toBeNull()
  })

  it.each(['0', '-1', '1e3', '1,5', '.5', '', null, 2])('cannot be %p', (text) => {
    expect(isRate(text)).toBe(false)
  })
})

describe('money in another currency', () => {
  it.each<[number, string, string, string, number]>([
    [4900, 'USD', 'ILS', '3.7587301587', 18_418],
    [4900, 'USD', 'JPY', '156.1808562', 7653],
    [7653, 'JPY', 'USD', '0.0064028', 4900],
    [4900, 'USD', 'KWD', '0.306782', 15_032],
    [1, 'USD', 'JPY', '1', 0],
    [0, 'USD', 'ILS', '3.7', 0],
  ])('%d %s in %s at %s is %d', (amount, currency, to, rate, expected) => {
    expect(exchanged({ amount, currency }, to, rate)).toBe(expected)
  })

  it('comes back to within what a unit is worth', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 9 }),
        fc.integer({ max: 10 ** 9, min: 10 ** 4 }),
        (amount, millionths) => {
          const rate = (millionths / 10 ** 6).toFixed(6)
          const there = exchanged({ amount, currency: 'USD' }, 'ILS', rate)
          const back = exchangedBack({ amount: there, currency: 'ILS' }, 'USD', rate)

          expect(Math.abs(back - amount)).toBeLessThanOrEqual(Math.ceil(0.5 / Number(rate) + 0.5))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a converted price', () => {
  it.each<[Rounding, number, string, number]>([
    ['none', 4517, 'EUR', 4517],
    ['whole', 4517, 'EUR', 4500],
    ['whole', 4550, 'EUR', 4600],
    ['whole', 10, 'EUR', 100],
    ['ninetyNine', 4517, 'EUR', 4499],
    ['ninetyNine', 4560, 'EUR', 4599],
    ['ninetyNine', 20, 'EUR', 99],
    ['ninetyNine', 7653, 'JPY', 7653],
    ['ninetyNine', 15_032, 'KWD', 14_990],
    ['five', 4517, 'EUR', 4500],
    ['five', 4760, 'EUR', 5000],
    ['five', 7653, 'JPY', 7655],
    ['ten', 18_418, 'ILS', 18_000],
    ['ten', 18_500, 'ILS', 19_000],
    ['ten', 1, 'ILS', 1000],
    ['ten', 0, 'ILS', 0],
  ])('rounded to %s of %d %s is %d', (rounding, amount, currency, expected) => {
    expect(rounded(amount, currency, rounding)).toBe(expected)
  })

  it('never becomes free, and never moves by more than a step', () => {
    fc.assert(
      fc.property(
        fc.integer({ max: 10 ** 9, min: 1 }),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        fc.constantFrom(...ROUNDINGS),
        (amount, currency, rounding) => {
          const price = rounded(amount, currency, rounding)

          expect(price).toBeGreaterThan(0)
          expect(Number.isSafeInteger(price)).toBe(true)
          expect(Math.abs(price - amount)).toBeLessThanOrEqual(10_000)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

it.each([
  ['USD', true],
  ['RUB', true],
  ['KWD', true],
  ['usd', false],
  ['ABC', false],
  [null, false],
])('%p is a currency: %p', (code, expected) => {
  expect(isCurrency(code)).toBe(expected)
})
