import { describe, expect, it } from '@jest/globals'

import { checkedAmount, decimalText, exponentOf, isAmount, sumOf } from './money'

describe('money', () => {
  it.each([
    ['USD', 2],
    ['ILS', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
  ])('knows the decimal places of %s', (currency, places) => {
    expect(exponentOf(currency)).toBe(places)
  })

  it.each([
    [{ amount: 1250, currency: 'USD' }, '12.50'],
    [{ amount: 5, currency: 'USD' }, '0.05'],
    [{ amount: 0, currency: 'EUR' }, '0.00'],
    [{ amount: 500, currency: 'JPY' }, '500'],
    [{ amount: 5124, currency: 'KWD' }, '5.124'],
    [{ amount: Number.MAX_SAFE_INTEGER, currency: 'USD' }, '90071992547409.91'],
  ])('writes %j as %s', (money, text) => {
    expect(decimalText(money)).toBe(text)
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'refuses %d as an amount',
    (value) => {
      expect(isAmount(value)).toBe(false)
      expect(() => checkedAmount(value)).toThrow(RangeError)
    },
  )

  it('adds up exactly, or not at all', () => {
    expect(sumOf([])).toBe(0)
    expect(sumOf([10, 20, 12])).toBe(42)
    expect(() => sumOf([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
  })
})
