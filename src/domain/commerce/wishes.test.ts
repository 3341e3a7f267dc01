import { describe, expect, it } from '@jest/globals'

import { RuleError } from '../errors'
import { amountFault, atNamedPrices, isNamed, namedTip, tipsFor } from './wishes'

const open = { least: 500, most: 9000, suggested: 2000 }
const offer = { amount: 2000, offer: 'a', open, takesTips: true }
const fixed = { amount: 4900, offer: 'b', open: null, takesTips: false }

describe('a price that its buyer names', () => {
  it.each<[null | number, null | string]>([
    [500, null],
    [9000, null],
    [499, 'amountTooLow'],
    [9001, 'amountTooHigh'],
    [5.5, 'amountInvalid'],
    [-1, 'amountInvalid'],
    [Number.NaN, 'amountInvalid'],
    [2 ** 53, 'amountInvalid'],
    [null, 'amountInvalid'],
  ])('can be %p: %p', (amount, fault) => {
    expect(amountFault(open, amount)).toBe(fault)
  })

  it('is what is suggested where nothing was named, and never that of a fixed one', () => {
    const named = atNamedPrices([offer, fixed], { amounts: { b: 1 }, tip: 0 })

    expect(named.map(({ amount }) => amount)).toEqual([2000, 4900])
    expect(atNamedPrices([offer], { amounts: { a: 700 }, tip: 0 })[0]?.amount).toBe(700)
  })

  it('is refused with its field, its offer and its bounds', () => {
    expect(() => atNamedPrices([offer], { amounts: { a: 1 }, tip: 0 })).toThrow(
      new RuleError('amountTooLow', { field: 'amount', least: 500, most: 9000, offer: 'a' }),
    )
  })
})

describe('a tip', () => {
  it('is taken where something that is bought takes one', () => {
    expect(namedTip([fixed, offer], { amounts: {}, tip: 300 })).toBe(300)
    expect(namedTip([fixed], { amounts: {}, tip: 0 })).toBe(0)
    expect(() => namedTip([fixed], { amounts: {}, tip: 1 })).toThrow(new RuleError('tipNotTaken'))
    expect(() => namedTip([offer], { amounts: {}, tip: 0.5 })).toThrow(
      new RuleError('amountInvalid'),
    )
  })

  it('makes the sum its buyer’s to choose', () => {
    expect(isNamed([fixed], { amounts: {}, tip: 0 })).toBe(false)
    expect(isNamed([fixed], { amounts: {}, tip: 1 })).toBe(true)
    expect(isNamed([offer], { amounts: {}, tip: 0 })).toBe(true)
  })

  it.each<[number, string, number[]]>([
    [4900, 'USD', [500, 700, 1000]],
    [4900, 'JPY', [490, 735, 980]],
    [49_000, 'KWD', [5000, 7000, 10_000]],
    [300, 'USD', [100]],
    [0, 'USD', []],
  ])('for %d %s is offered in whole units: %p', (base, currency, tips) => {
    expect(tipsFor(base, currency)).toEqual(tips)
  })
})
