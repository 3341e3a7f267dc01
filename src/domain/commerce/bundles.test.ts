import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { priceApart, splitOver } from './bundles'

describe('priceApart', () => {
  it.each([
    [[4900, 2900], 7800],
    [[4900, null], null],
    [[4900], null],
  ])('of %j is %s', (prices, expected) => {
    expect(priceApart(prices.map((price) => ({ price })))).toBe(expected)
  })
})

describe('splitOver', () => {
  const line = { base: 9900, discount: 1000, tax: 0, total: 8900 }

  it('parts a line by what the courses cost apart', () => {
    expect(splitOver(line, [{ price: 10_000 }, { price: 5000 }])).toEqual([
      { base: 6600, discount: 667, tax: 0, total: 5933 },
      { base: 3300, discount: 333, tax: 0, total: 2967 },
    ])
  })

  it('parts it evenly where one of them is not sold apart, or all are free', () => {
    expect(splitOver(line, [{ price: 10_000 }, { price: null }])[1]).toMatchObject({ base: 4950 })
    expect(splitOver(line, [{ price: 0 }, { price: 0 }])[1]).toMatchObject({ base: 4950 })
  })

  it('loses and invents nothing, over random lines and courses', () => {
    const lines = fc
      .record({
        base: fc.nat({ max: 10 ** 9 }),
        cut: fc.double({ max: 1, min: 0, noNaN: true }),
        tax: fc.nat({ max: 10 ** 6 }),
      })
      .map(({ base, cut, tax }) => {
        const discount = Math.floor(base * cut)

        return { base, discount, tax, total: base - discount + tax }
      })
    const courses = fc.array(
      fc.record({ price: fc.option(fc.nat({ max: 10 ** 6 }), { nil: null }) }),
      { maxLength: 12, minLength: 1 },
    )

    fc.assert(
      fc.property(lines, courses, (whole, parts) => {
        const shares = splitOver(whole, parts)
        for (const figure of ['base', 'discount', 'tax', 'total'] as const) {
          expect(shares.reduce((sum, share) => sum + share[figure], 0)).toBe(whole[figure])
        }
        for (const { base, discount, tax, total } of shares) {
          expect(total).toBe(base - discount + tax)
          expect(discount).toBeLessThanOrEqual(base)
          expect(Math.min(base, discount, tax)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
