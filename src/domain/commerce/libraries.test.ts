import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { LedgerEntry } from './ledger'

import { leftOf, returnedSplits } from './earnings'
import { movedEarnings, refundEntries } from './ledger'
import { meterOf, splitByUse, usedBetween } from './libraries'
import { sumOf } from './money'

const MONTH = 30 * 86_400_000

describe('the use of a course', () => {
  it.each([
    ['video', 95, 0, 95],
    ['audio', 60.9, 1, 60],
    ['pdf', 12, 1, 720],
    ['text', 0, 3, 900],
    ['quiz', 0, 2, 600],
    ['text', 40, 0, 0],
  ])('of %s, %d seen and %d completed, is %d seconds', (kind, seen, completed, seconds) => {
    expect(meterOf([{ completed, course: 'a', kind, seen }])).toEqual({ a: seconds })
  })

  it('is what came since the period began, and never less than nothing', () => {
    expect(usedBetween({ a: 100, b: 50, c: 9 }, { a: 160, b: 20, d: 5 })).toEqual([
      { course: 'a', seconds: 60 },
      { course: 'd', seconds: 5 },
    ])
  })
})

describe('what was paid for a period', () => {
  const shares = [
    { id: 'r', held: MONTH, person: 'p', share: 5000 },
    { id: 's', held: MONTH / 3, person: 'q', share: 3000 },
  ]

  it('goes to the courses by how long they were used, and of each to those who share, for as long as they did', () => {
    expect(
      splitByUse(
        3000,
        [
          { course: 'a', seconds: 600, shares },
          { course: 'b', seconds: 300, shares: [] },
        ],
        MONTH,
      ),
    ).toEqual({
      earned: [
        { amount: 1000, person: 'p', rule: 'r' },
        { amount: 200, person: 'q', rule: 's' },
      ],
      parts: [2000, 1000],
    })
  })

  it('stays with the school where nothing was used', () => {
    expect(splitByUse(3000, [], MONTH)).toEqual({ earned: [], parts: [] })
  })
})

const shared = fc
  .array(
    fc.record({
      held: fc.integer({ max: MONTH, min: 1 }),
      share: fc.integer({ max: 10_000, min: 1 }),
    }),
    { maxLength: 4 },
  )
  .map((all) => {
    let left = 10_000

    return all.flatMap((one) => {
      const share = Math.min(one.share, left)
      left -= share

      return share > 0 ? [{ ...one, share }] : []
    })
  })

const period = fc.record({
  lines: fc.array(
    fc.record({
      fee: fc.nat({ max: 100 }),
      net: fc.nat({ max: 9_999_999 }),
      tax: fc.nat({ max: 999_999 }),
    }),
    { maxLength: 4, minLength: 1 },
  ),
  provider: fc.option(
    fc.record({ fixed: fc.nat({ max: 500 }), rate: fc.integer({ max: 1000, min: 0 }) }),
  ),
  returned: fc.array(fc.integer({ max: 100, min: 0 }), { maxLength: 6 }),
  taken: fc.integer({ max: 100, min: 0 }),
  uses: fc.array(fc.record({ seconds: fc.integer({ max: 9_999_999, min: 1 }), shares: shared }), {
    maxLength: 6,
  }),
})

const earnings = (entries: readonly LedgerEntry[]) =>
  entries.reduce((sum, { account, amount }) => sum - (account === 'earnings' ? amount : 0), 0)

describe('in any history', () => {
  it('the parts sum to what is left to the unit, nobody earns more than there is, and what all of it gave goes back with all of it', () => {
    fc.assert(
      fc.property(period, ({ lines: given, provider, returned, taken, uses: used }) => {
        const lines = given.map((line, index) => ({
          ...line,
          id: `l${index}`,
          fee: Math.min(line.fee, line.net),
        }))
        const uses = used.map(({ seconds, shares }, course) => ({
          course: `c${course}`,
          seconds,
          shares: shares.map((one, index) => ({
            ...one,
            id: `c${course}r${index}`,
            person: `p${index}`,
          })),
        }))
        const left = leftOf(
          lines,
          lines.map(({ fee }) => fee),
          provider,
        )
        lines.forEach(({ id, fee, net }, index) => {
          const base = left[index] ?? 0
          const { earned, parts } = splitByUse(base, uses, MONTH)
          const all = sumOf(earned.map(({ amount }) => amount))
          expect(sumOf(parts)).toBe(uses.length > 0 ? base : 0)
          expect(all).toBeLessThanOrEqual(base)

          const before = Math.floor((net * taken) / 100)
          const { taken: back, whole } = movedEarnings({
            earned: [],
            line: id,
            now: earned,
            refunded: before,
            returned: [],
            sold: net,
          })
          let owed = earnings(whole) + earnings(back)
          let refunded = before
          for (const percent of [...returned, 100]) {
            const more = Math.floor(((net - refunded) * percent) / 100)
            refunded += more
            const line = {
              id,
              net: more,
              refunded,
              sold: net,
              split: { earned, fee, line: id },
              tax: 0,
            }
            const entries = refundEntries([line], {
              splits: returnedSplits([line], { keepsFee: false }),
              withheld: null,
            })
            expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
            owed += earnings(entries)
            expect(owed).toBeGreaterThanOrEqual(0)
          }
          expect([...whole, ...back].reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
          expect(refunded).toBe(net)
          expect(owed).toBe(net === 0 ? all : 0)
        })
      }),
      { numRuns: 500 },
    )
  })
})
