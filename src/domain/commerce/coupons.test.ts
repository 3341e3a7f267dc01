import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Coupon } from './coupons'

import { checkCoupon, discountsOf, distribute, normaliseCode } from './coupons'

const now = new Date('2026-11-01T12:00:00Z')
const any: Coupon = { percentOff: 10, redemptions: 0 }
const lines = [
  { amount: 5000, offer: 'a' },
  { amount: 2500, offer: 'b' },
]

describe('a coupon', () => {
  it('is found however its code was typed', () => {
    expect(normaliseCode('  spring 20\t')).toBe('SPRING20')
    expect(normaliseCode('ＳＰＲＩＮＧ20')).toBe('SPRING20')
    expect(normaliseCode('\u200fSPRING\u200b20\u0000')).toBe('SPRING20')
  })

  it.each<[string, Partial<Coupon>]>([
    ['couponNotStarted', { startsAt: '2026-11-01T12:00:01Z' }],
    ['couponExpired', { expiresAt: now }],
    ['couponExhausted', { maxRedemptions: 3, redemptions: 3 }],
    ['couponUsed', { perPerson: 1, usedByBuyer: 1 }],
  ])('is refused with %s', (code, terms) => {
    expect(() => checkCoupon({ ...any, ...terms }, now)).toThrow(code)
  })

  it('is good from its first moment to just before its last, while uses are left', () => {
    const coupon: Coupon = {
      ...any,
      expiresAt: '2026-11-01T12:00:01Z',
      maxRedemptions: 3,
      perPerson: 2,
      redemptions: 2,
      startsAt: now,
      usedByBuyer: 1,
    }

    expect(() => checkCoupon(coupon, now)).not.toThrow()
  })
})

describe('a discount', () => {
  it.each<[string, Partial<Coupon>, number[]]>([
    ['takes a percentage off every line', { percentOff: 20 }, [1000, 500]],
    ['takes all', { percentOff: 100 }, [5000, 2500]],
    ['spreads a fixed amount', { amountOff: 100, currency: 'USD', percentOff: null }, [67, 33]],
    [
      'never exceeds what is bought',
      { amountOff: 9900, currency: 'USD', percentOff: null },
      [5000, 2500],
    ],
    ['touches only the offers it is for', { offers: ['b'], percentOff: 20 }, [0, 500]],
  ])('%s', (_title, terms, expected) => {
    expect(discountsOf({ coupon: { ...any, ...terms }, currency: 'USD', lines })).toEqual(expected)
  })

  it('rounds half a minor unit up', () => {
    const coupon = { ...any, percentOff: 50 }

    expect(discountsOf({ coupon, currency: 'USD', lines: [{ amount: 333, offer: 'a' }] })).toEqual([
      167,
    ])
  })

  it.each<[string, Partial<Coupon>]>([
    ['couponNotApplicable', { offers: ['c'] }],
    ['currencyMismatch', { amountOff: 100, currency: 'ILS', percentOff: null }],
  ])('is refused with %s', (code, terms) => {
    const coupon = { ...any, ...terms }

    expect(() => discountsOf({ coupon, currency: 'USD', lines })).toThrow(code)
  })

  it('is refused where it would take nothing off', () => {
    const free = [{ amount: 0, offer: 'a' }]

    expect(() => discountsOf({ coupon: any, currency: 'USD', lines: free })).toThrow(
      'couponNotApplicable',
    )
  })

  it.each([0.5, 101, -5])('of %d per cent is a fault of the program', (percentOff) => {
    const coupon = { ...any, percentOff }

    expect(() => discountsOf({ coupon, currency: 'USD', lines })).toThrow(RangeError)
  })
})

describe('distribute', () => {
  it('gives the odd unit to the largest remainder, then to the first', () => {
    expect(distribute(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(distribute(10, [1, 5, 2])).toEqual([1, 6, 3])
    expect(distribute(0, [0, 0])).toEqual([0, 0])
    expect(() => distribute(1, [0])).toThrow(RangeError)
  })

  it('always sums exactly, and no share is more than one unit from its proportion or above its weight', () => {
    const weights = fc.array(fc.nat({ max: 1_000_000_000 }), { maxLength: 20, minLength: 1 })
    fc.assert(
      fc.property(weights, fc.nat({ max: 1_000_000 }), (given, millionths) => {
        const all = given.reduce((sum, weight) => sum + weight, 0)
        const total = Math.floor((all / 1_000_000) * millionths)
        const shares = distribute(total, given)

        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
        shares.forEach((share, index) => {
          const weight = given[index] ?? 0
          expect(share).toBeLessThanOrEqual(weight)
          expect(Math.abs(share - (all ? (total * weight) / all : 0))).toBeLessThan(1.001)
        })
      }),
      { numRuns: 2000 },
    )
  })
})
