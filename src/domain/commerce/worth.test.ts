import { describe, expect, it } from '@jest/globals'

import { worthOf } from './worth'

const RATES: Record<string, string> = { ILS: '4', JPY: '160', USD: '1.25' }

const rateOf = (currency: string) =>
  RATES[currency] ? { day: '2026-11-20', value: RATES[currency] } : null

const inEuro = (...all: [currency: string, ...amounts: number[]][]) =>
  worthOf(
    all.map(([currency, ...amounts]) => ({ amounts, currency })),
    { base: 'EUR', rateOf },
  )

describe('sums of several currencies', () => {
  it('add up in the school’s own, each by its rate, which is named', () => {
    expect(inEuro(['EUR', 1000, 0], ['USD', 1250, 125], ['JPY', 1600, 0])).toEqual({
      amounts: [1000 + 1000 + 1000, 100],
      currency: 'EUR',
      rates: [
        { currency: 'USD', day: '2026-11-20', value: '1.25' },
        { currency: 'JPY', day: '2026-11-20', value: '160' },
      ],
      unknown: [],
    })
  })

  it('are worth something where none is of its own currency', () => {
    expect(inEuro(['USD', 1250])?.amounts).toEqual([1000])
  })

  it('may be owed the other way', () => {
    expect(inEuro(['EUR', 1000], ['ILS', -400])?.amounts).toEqual([900])
    expect(inEuro(['ILS', -1])?.amounts).toEqual([0])
  })

  it('leave out what has no rate, and say so', () => {
    expect(inEuro(['EUR', 1000], ['RUB', 90_000])).toMatchObject({
      amounts: [1000],
      rates: [],
      unknown: ['RUB'],
    })
  })

  it('are not said again where all are of its own currency', () => {
    expect(inEuro(['EUR', 1000])).toBeNull()
    expect(inEuro()).toBeNull()
  })
})
