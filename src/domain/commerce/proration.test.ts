import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { prorate, unusedOf } from './proration'

const from = new Date('2026-03-01T00:00:00Z')
const until = new Date('2026-03-31T00:00:00Z')
const day = (number: number) => new Date(`2026-03-${String(number).padStart(2, '0')}T00:00:00Z`)

describe('what is unused of a period', () => {
  it.each([
    [1, 3000],
    [16, 1500],
    [11, 2000],
    [31, 0],
  ])('on day %i of thirty at 30.00 is %i', (number, left) => {
    expect(unusedOf({ from, paid: 3000, until }, day(number))).toBe(left)
  })

  it('is all of it before the period, and nothing after it', () => {
    expect(unusedOf({ from, paid: 3000, until }, new Date('2026-02-01T00:00:00Z'))).toBe(3000)
    expect(unusedOf({ from, paid: 3000, until }, new Date('2026-05-01T00:00:00Z'))).toBe(0)
  })
})

describe('changing a plan', () => {
  it('costs the difference of what is left and a whole new period', () => {
    const given = { credit: 0, now: day(16), period: { from, paid: 3000, until } }

    expect(prorate({ ...given, amount: 9000 })).toEqual({ credit: 1500, due: 7500, left: 0 })
    expect(prorate({ ...given, amount: 1000 })).toEqual({ credit: 1500, due: 0, left: 500 })
  })

  it('loses and makes no minor unit, whatever is changed when, and however often', () => {
    const change = fc.record({
      amount: fc.integer({ max: 1_000_000, min: 0 }),
      hours: fc.integer({ max: 24 * 40, min: 0 }),
    })
    fc.assert(
      fc.property(
        fc.integer({ max: 1_000_000, min: 0 }),
        fc.array(change, { maxLength: 6 }),
        (first, changes) => {
          let period = { from, paid: first, until }
          let credit = 0
          let paidIn = first
          let used = 0
          for (const { amount, hours } of changes) {
            const now = new Date(period.from.getTime() + hours * 3600_000)
            const unused = unusedOf(period, now)
            const { credit: all, due, left } = prorate({ amount, credit, now, period })

            expect(unused).toBeGreaterThanOrEqual(0)
            expect(unused).toBeLessThanOrEqual(period.paid)
            expect(all).toBe(credit + unused)
            expect(due >= 0 && left >= 0 && (due === 0 || left === 0)).toBe(true)
            expect(due + all).toBe(amount + left)
            used += period.paid - unused
            paidIn += due
            credit = left
            period = { from: now, paid: amount, until: new Date(now.getTime() + 30 * 86_400_000) }
          }
          expect(paidIn).toBe(used + period.paid + credit)
        },
      ),
    )
  })
})
