import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Coupon } from './coupons'
import type { PricedLine, TaxOn } from './quote'

import { RuleError } from '../errors'
import { portionOf } from './money'
import { quote } from './quote'
import { atNamedPrices } from './wishes'

const now = new Date('2026-11-01T12:00:00Z')
const line = (amount: number, offer = 'a', currency = 'USD'): PricedLine => ({
  amount,
  currency,
  offer,
})

describe('quote', () => {
  it('breaks a purchase with a coupon down to the cent', () => {
    const coupon: Coupon = { percentOff: 25, redemptions: 0 }

    expect(quote({ coupon, lines: [line(4999, 'a'), line(2000, 'b')], now })).toEqual({
      base: 6999,
      currency: 'USD',
      discount: 1750,
      lines: [
        { base: 4999, discount: 1250, offer: 'a', tax: 0, total: 3749 },
        { base: 2000, discount: 500, offer: 'b', tax: 0, total: 1500 },
      ],
      tax: 0,
      total: 5249,
    })
  })

  it('adds a tip that no coupon reduces and that is taxed with the rest', () => {
    const coupon: Coupon = { percentOff: 50, redemptions: 0 }
    const taxOn: TaxOn = (amounts) => ({ isIncluded: false, lines: amounts.map((one) => one / 10) })

    expect(quote({ coupon, lines: [line(2000)], now, taxOn, tip: 300 })).toEqual({
      base: 2300,
      currency: 'USD',
      discount: 1000,
      lines: [{ base: 2000, discount: 1000, offer: 'a', tax: 100, total: 1100 }],
      tax: 130,
      tip: { base: 300, discount: 0, tax: 30, total: 330 },
      total: 1430,
    })
  })

  it('costs the base price without a coupon, and nothing where that is zero', () => {
    expect(quote({ lines: [line(4900)], now })).toMatchObject({ discount: 0, total: 4900 })
    expect(quote({ lines: [line(0)], now })).toMatchObject({ base: 0, total: 0 })
  })

  it.each<[string, Parameters<typeof quote>[0]]>([
    ['notForSale', { lines: [], now }],
    ['currencyMismatch', { lines: [line(1), line(1, 'b', 'ILS')], now }],
    [
      'couponExpired',
      { coupon: { expiresAt: now, percentOff: 5, redemptions: 0 }, lines: [line(900)], now },
    ],
    [
      'couponNotApplicable',
      { coupon: { offers: ['z'], percentOff: 5, redemptions: 0 }, lines: [line(900)], now },
    ],
  ])('is refused with %s', (code, given) => {
    expect(() => quote(given)).toThrow(new RuleError(code as RuleError['code']))
  })

  it.each([-1, 1.5, Number.NaN])('takes a price of %d for a fault of the program', (amount) => {
    expect(() => quote({ lines: [line(amount)], now })).toThrow(RangeError)
  })

  it('adds up over 10,000 random purchases, and takes exactly what the coupon grants', () => {
    fc.assert(
      fc.property(purchases, ({ coupon, lines }) => {
        const priced = quoteOrRefusal({ coupon, lines })
        if (priced instanceof RuleError) {
          expect(priced.code).toBe('couponNotApplicable')

          return
        }
        expectSums(priced)
        expect(priced.discount).toBe(coupon ? grantedOn(coupon, lines) : 0)
        expect(priced.lines.map(({ base, offer }) => [offer, base])).toEqual(
          lines.map(({ amount, offer }) => [offer, amount]),
        )
      }),
      { numRuns: 10_000 },
    )
  })

  it('adds up over 10,000 purchases at named prices with tips and tax, of which no coupon takes the tip', () => {
    fc.assert(
      fc.property(purchases, tips, taxes, ({ coupon, lines }, tip, taxOn) => {
        const bounds = { least: 0, most: null, suggested: 0 }
        const named = atNamedPrices(
          lines.map((one) => ({ ...one, amount: 1, open: bounds, takesTips: true })),
          { amounts: Object.fromEntries(lines.map(({ amount, offer }) => [offer, amount])), tip },
        )
        const priced = quoteOrRefusal({ coupon, lines: named, taxOn, tip })
        if (priced instanceof RuleError) {
          expect(priced.code).toBe('couponNotApplicable')

          return
        }
        const all = [...priced.lines, ...(priced.tip ? [priced.tip] : [])]
        for (const figure of ['base', 'discount', 'tax', 'total'] as const) {
          expect(all.reduce((sum, each) => sum + each[figure], 0)).toBe(priced[figure])
        }
        const { isIncluded } = taxOn([])
        for (const { base, discount, tax, total } of [priced, ...all]) {
          expect(total).toBe(base - discount + (isIncluded ? 0 : tax))
        }
        expect(priced.tip?.base ?? 0).toBe(tip)
        expect(priced.tip?.discount ?? 0).toBe(0)
        expect(priced.discount).toBe(coupon ? grantedOn(coupon, lines) : 0)
      }),
      { numRuns: 10_000 },
    )
  })
})

const tips = fc.oneof(fc.constant(0), fc.nat({ max: 100_000 }))
const taxes: fc.Arbitrary<TaxOn> = fc
  .record({ isIncluded: fc.boolean(), percent: fc.nat({ max: 30 }) })
  .map(({ isIncluded, percent }) => (amounts) => ({
    isIncluded,
    lines: amounts.map((amount) => portionOf(amount, percent, isIncluded ? 100 + percent : 100)),
  }))

const offers = ['a', 'b', 'c', 'd', 'e', 'f']
const amounts = fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 500_000 }), fc.nat({ max: 10 ** 13 }))
const coupons: fc.Arbitrary<Coupon | undefined> = fc.option(
  fc
    .record({
      only: fc.option(fc.subarray(offers, { minLength: 1 }), { nil: undefined }),
      terms: fc.oneof(
        fc.record({ percentOff: fc.integer({ max: 100, min: 1 }) }),
        fc.record({
          amountOff: fc.integer({ max: 10 ** 9, min: 1 }),
          currency: fc.constant('USD'),
        }),
      ),
    })
    .map(({ only, terms }) => ({ offers: only, redemptions: 0, ...terms })),
  { nil: undefined },
)
const purchases = fc.record({
  coupon: coupons,
  lines: fc
    .array(amounts, { maxLength: offers.length, minLength: 1 })
    .map((given) => given.map((amount, index) => line(amount, offers[index]))),
})

const quoteOrRefusal = (given: {
  coupon?: Coupon
  lines: PricedLine[]
  taxOn?: TaxOn
  tip?: number
}) => {
  try {
    return quote({ ...given, now })
  } catch (error) {
    if (error instanceof RuleError) {
      return error
    }
    throw error
  }
}

const expectSums = (priced: ReturnType<typeof quote>) => {
  for (const figure of ['base', 'discount', 'tax', 'total'] as const) {
    expect(Number.isSafeInteger(priced[figure])).toBe(true)
    expect(priced.lines.reduce((sum, each) => sum + each[figure], 0)).toBe(priced[figure])
  }
  for (const { base, discount, tax, total } of [priced, ...priced.lines]) {
    expect(total).toBe(base - discount + tax)
    expect(discount).toBeGreaterThanOrEqual(0)
    expect(discount).toBeLessThanOrEqual(base)
  }
}

/** The grant computed another way: in exact fractions, half up. */
const grantedOn = (
  { amountOff, offers: only, percentOff }: Coupon,
  lines: PricedLine[],
): number => {
  const eligible = lines.filter(({ offer }) => !only || only.includes(offer))
  const sum = eligible.reduce((all, { amount }) => all + BigInt(amount), 0n)
  const wanted = percentOff ? (2n * sum * BigInt(percentOff) + 100n) / 200n : BigInt(amountOff ?? 0)

  return Number(wanted < sum ? wanted : sum)
}
