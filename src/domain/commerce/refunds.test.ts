import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { RefundableLine, RefundWish } from './refunds'

import { leftOf, refundedLines } from './refunds'

const line = (given: Partial<RefundableLine> = {}): RefundableLine => ({
  id: 'a',
  refunded: { tax: 0, total: 0 },
  tax: 0,
  total: 1000,
  ...given,
})

/** The lines after a refund was taken of them. */
const after = (lines: readonly RefundableLine[], wish: RefundWish): RefundableLine[] => {
  const moved = refundedLines(lines, wish)

  return lines.map((one) => {
    const { net, tax } = moved.find(({ id }) => id === one.id) ?? { net: 0, tax: 0 }
    const { refunded } = one

    return { ...one, refunded: { tax: refunded.tax + tax, total: refunded.total + net + tax } }
  })
}

describe('what a refund takes of the lines of an order', () => {
  it('is what was asked for, with its share of the tax', () => {
    expect(
      refundedLines([line({ tax: 170, total: 1170 })], { lines: [{ amount: 585, line: 'a' }] }),
    ).toEqual([{ id: 'a', net: 500, tax: 85 }])
  })

  it('goes over all lines in proportion to what is left of them', () => {
    const lines = [line(), line({ id: 'b', total: 3000 })]

    expect(refundedLines(lines, { amount: 400 })).toEqual([
      { id: 'a', net: 100, tax: 0 },
      { id: 'b', net: 300, tax: 0 },
    ])
    expect(
      refundedLines([line({ refunded: { tax: 0, total: 1000 } }), line({ id: 'b' })], {
        amount: 1000,
      }),
    ).toEqual([{ id: 'b', net: 1000, tax: 0 }])
  })

  it.each<[string, RefundWish, string]>([
    ['more than the order', { amount: 1001 }, 'refundTooMuch'],
    ['more than a line', { lines: [{ amount: 1001, line: 'a' }] }, 'refundTooMuch'],
    [
      'more than a line in two parts',
      {
        lines: [
          { amount: 600, line: 'a' },
          { amount: 600, line: 'a' },
        ],
      },
      'refundTooMuch',
    ],
    ['nothing', { amount: 0 }, 'nothingToRefund'],
    ['no line', { lines: [] }, 'nothingToRefund'],
    ['a line of another order', { lines: [{ amount: 1, line: 'z' }] }, 'lineUnknown'],
  ])('is refused for %s', (_what, wish, code) => {
    expect(() => refundedLines([line()], wish)).toThrow(code)
  })

  it('sums to what was paid, tax included, in however many steps it goes back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ max: 99_999, min: 1 }), fc.nat({ max: 99 })), {
          maxLength: 5,
          minLength: 1,
        }),
        fc.array(fc.integer({ max: 100, min: 1 }), { maxLength: 6 }),
        (totals, steps) => {
          let lines = totals.map(([total, percent], index) =>
            line({ id: String(index), tax: Math.floor((total * percent) / 100), total }),
          )
          for (const percent of steps) {
            const left = lines.reduce((sum, one) => sum + leftOf(one), 0)
            const amount = Math.floor((left * percent) / 100)
            lines = amount > 0 ? after(lines, { amount }) : lines
            expect(lines.every((one) => one.refunded.tax <= one.tax && leftOf(one) >= 0)).toBe(true)
          }
          const rest = lines.reduce((sum, one) => sum + leftOf(one), 0)
          lines = rest > 0 ? after(lines, { amount: rest }) : lines

          expect(lines.map(({ refunded }) => refunded)).toEqual(
            lines.map(({ tax, total }) => ({ tax, total })),
          )
        },
      ),
    )
  })
})
