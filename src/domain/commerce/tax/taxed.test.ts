import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Coupon } from '../coupons'
import type { AppliedRate } from './rates'
import type { Taxation } from './taxed'

import { RuleError } from '../../errors'
import { splitOver } from '../bundles'
import { quote, type Quote, type TaxOn } from '../quote'
import { refundedLines } from '../refunds'
import { creditedTaxes, isReverseCharged, isSameTaxation, taxAtRates } from './taxed'

const now = new Date('2026-11-01T12:00:00Z')
const vat = (percent: number): AppliedRate => ({ name: 'VAT', percent })
const CANADA = [
  { name: 'GST', percent: 5 },
  { name: 'QST', percent: 9.975 },
]
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)

describe('tax on amounts', () => {
  it.each<[string, Parameters<typeof taxAtRates>[0], ReturnType<typeof taxAtRates>]>([
    [
      'added to a net price',
      { amounts: [10_000], isIncluded: false, rates: [vat(19)] },
      { lines: [1900], taxes: [{ ...vat(19), amount: 1900 }] },
    ],
    [
      'taken out of a gross one',
      { amounts: [11_900], isIncluded: true, rates: [vat(19)] },
      { lines: [1900], taxes: [{ ...vat(19), amount: 1900 }] },
    ],
    [
      'rounded once, half a unit up, and shared out by largest remainders',
      { amounts: [333, 333, 334], isIncluded: false, rates: [vat(7.25)] },
      { lines: [24, 24, 25], taxes: [{ ...vat(7.25), amount: 73 }] },
    ],
    [
      'of two levels, to the thousandth of a per cent',
      { amounts: [10_000], isIncluded: false, rates: CANADA },
      {
        lines: [1498],
        taxes: [
          { name: 'GST', amount: 500, percent: 5 },
          { name: 'QST', amount: 998, percent: 9.975 },
        ],
      },
    ],
    [
      'nothing at a rate of nothing',
      { amounts: [5000], isIncluded: true, rates: [vat(0)] },
      { lines: [0], taxes: [{ ...vat(0), amount: 0 }] },
    ],
    [
      'nothing where no rate holds',
      { amounts: [5000, 0], isIncluded: false, rates: [] },
      { lines: [0, 0], taxes: [] },
    ],
  ])('is %s', (_, given, expected) => {
    expect(taxAtRates(given)).toEqual(expected)
  })
})

const atRates =
  (isIncluded: boolean, rates: AppliedRate[]): TaxOn =>
  (amounts) => ({ isIncluded, lines: taxAtRates({ amounts, isIncluded, rates }).lines })

const offers = ['a', 'b', 'c', 'd', 'e', 'f']
const percents = fc.integer({ max: 100_000, min: 0 }).map((thousandths) => thousandths / 1000)
const carts = fc.record({
  coupon: fc.option(
    fc.oneof(
      fc.record({ percentOff: fc.integer({ max: 100, min: 1 }), redemptions: fc.constant(0) }),
      fc.record({
        amountOff: fc.integer({ max: 400_000, min: 1 }),
        currency: fc.constant('USD'),
        redemptions: fc.constant(0),
      }),
    ),
    { nil: undefined },
  ),
  isIncluded: fc.boolean(),
  lines: fc
    .array(fc.oneof(fc.nat({ max: 99 }), fc.nat({ max: 500_000 })), { maxLength: 6, minLength: 1 })
    .map((amounts) =>
      amounts.map((amount, index) => ({ amount, currency: 'USD', offer: offers[index] ?? '' })),
    ),
  rates: fc.array(percents.map(vat), { maxLength: 3 }),
})

/** The price of a cart; null where its coupon takes nothing off. */
const priceOf = ({
  coupon,
  isIncluded,
  lines,
  rates,
}: {
  coupon?: Coupon
  isIncluded: boolean
  lines: Parameters<typeof quote>[0]['lines']
  rates: AppliedRate[]
}): null | Quote => {
  try {
    return quote({ coupon, lines, now, taxOn: atRates(isIncluded, rates) })
  } catch (error) {
    if (error instanceof RuleError) {
      return null
    }
    throw error
  }
}

describe('over 10,000 random carts', () => {
  it('lines sum to the total, nothing is below zero, and no discount is above its price', () => {
    fc.assert(
      fc.property(carts, (cart) => {
        const priced = priceOf(cart)
        if (!priced) {
          return
        }
        for (const figure of ['base', 'discount', 'tax', 'total'] as const) {
          expect(sum(priced.lines.map((line) => line[figure]))).toBe(priced[figure])
        }
        for (const { base, discount, tax, total } of priced.lines) {
          expect(Math.min(base, discount, tax, total)).toBeGreaterThanOrEqual(0)
          expect(discount).toBeLessThanOrEqual(base)
          expect(total).toBe(base - discount + (cart.isIncluded ? 0 : tax))
          expect(tax).toBeLessThanOrEqual(total)
        }
      }),
      { numRuns: 10_000 },
    )
  })

  it('each tax has its share, and together they are the tax', () => {
    fc.assert(
      fc.property(carts, ({ isIncluded, lines, rates }) => {
        const amounts = lines.map(({ amount }) => amount)
        const { lines: shares, taxes } = taxAtRates({ amounts, isIncluded, rates })

        expect(sum(taxes.map(({ amount }) => amount))).toBe(sum(shares))
        expect(taxes.every(({ amount }) => amount >= 0)).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })

  it('prices that hold the tax and prices that it is added to agree to the unit', () => {
    fc.assert(
      fc.property(carts, ({ lines, rates }) => {
        const amounts = lines.map(({ amount }) => amount)
        const added = sum(taxAtRates({ amounts, isIncluded: false, rates }).lines)
        const gross = sum(amounts) + added
        const held = sum(taxAtRates({ amounts: [gross], isIncluded: true, rates }).lines)

        expect(held).toBe(added)
      }),
      { numRuns: 10_000 },
    )
  })

  it('a bundle shares its tax out over its courses, and a refund in any steps gives back exactly all', () => {
    fc.assert(
      fc.property(
        carts,
        fc.array(fc.nat({ max: 9 }), { maxLength: 4, minLength: 1 }),
        fc.array(fc.integer({ max: 99, min: 1 }), { maxLength: 4 }),
        (cart, prices, steps) => {
          const priced = priceOf(cart)
          const [line] = priced?.lines ?? []
          if (!line || line.total === 0) {
            return
          }
          const courses = splitOver(
            line,
            prices.map((price) => ({ price })),
          )
          expect(sum(courses.map(({ total }) => total))).toBe(line.total)
          expect(sum(courses.map(({ tax }) => tax))).toBe(line.tax)

          const held = courses.map(({ tax, total }, index) => ({
            id: String(index),
            refunded: { tax: 0, total: 0 },
            tax,
            total,
          }))
          const give = (amount: number) => {
            for (const { id, net, tax } of refundedLines(held, { amount })) {
              const one = held[Number(id)]
              if (one) {
                one.refunded = {
                  tax: one.refunded.tax + tax,
                  total: one.refunded.total + net + tax,
                }
              }
            }
          }
          const leftNow = () => line.total - sum(held.map(({ refunded }) => refunded.total))
          for (const step of steps) {
            const amount = Math.floor((leftNow() * step) / 100)
            if (amount > 0) {
              give(amount)
            }
          }
          give(leftNow())

          expect(held.map(({ refunded }) => refunded)).toEqual(
            courses.map(({ tax, total }) => ({ tax, total })),
          )
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('credit notes give back each tax to the unit, however the refunds fell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 9999 }), { maxLength: 4, minLength: 1 }),
        fc.array(fc.integer({ max: 99, min: 1 }), { maxLength: 5 }),
        (amounts, steps) => {
          const taxes = amounts.map((amount, index) => ({ name: `T${index}`, amount, percent: 5 }))
          const notes: Pick<Taxation, 'taxes'>[] = []
          const left = () =>
            sum(amounts) - sum(notes.flatMap((note) => note.taxes.map(({ amount }) => amount)))
          for (const step of [...steps, 100]) {
            const tax = Math.floor((left() * step) / 100)
            notes.push({ taxes: creditedTaxes({ credited: notes, tax, taxes }) })
          }

          expect(
            amounts.map((_, index) => sum(notes.map((note) => note.taxes[index]?.amount ?? 0))),
          ).toEqual(amounts)
        },
      ),
    )
  })
})

describe('reverse charge', () => {
  const valid = { checkedAt: now.toISOString(), consultation: null, status: 'valid' } as const

  it.each([
    ['a business of another member whose id is valid', true, 'DE', 'FR', valid],
    ['a business of the school’s own country', false, 'DE', 'DE', valid],
    ['a school outside the Union', false, 'US', 'FR', valid],
    ['a buyer outside the Union', false, 'DE', 'GB', valid],
    [
      'an id that nobody could check',
      false,
      'DE',
      'FR',
      { ...valid, status: 'unavailable' as const },
    ],
    ['a person without an id', false, 'DE', 'FR', null],
    ['a school that has not said where it is', false, null, 'FR', valid],
  ])('for %s is %p', (_, expected, seller, buyer, check) => {
    expect(isReverseCharged({ buyer, seller, vat: check })).toBe(expected)
  })
})

describe('the same tax', () => {
  const held: Taxation = {
    evidence: { billing: 'DE', network: 'DE' },
    isIncluded: false,
    place: { country: 'DE' },
    reference: 'taxcalc_1',
    source: 'stripe',
    taxes: [{ ...vat(19), amount: 100 }],
    treatment: 'charged',
    vat: null,
  }

  it('is told by place, taxes and treatment, and not by the number of its calculation', () => {
    expect(isSameTaxation(held, { ...held, reference: 'taxcalc_2' })).toBe(true)
    expect(isSameTaxation(held, { ...held, place: { country: 'FR' } })).toBe(false)
    expect(isSameTaxation(held, { ...held, taxes: [{ ...vat(19), amount: 101 }] })).toBe(false)
    expect(isSameTaxation(held, null)).toBe(false)
    expect(isSameTaxation(null, null)).toBe(true)
  })
})
