import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { SharedLine } from './earnings'

import { earnedIn, feeIn, keptOf, returnedSplits, splitsOf } from './earnings'
import { paymentEntries, refundEntries } from './ledger'

const line = (given: Partial<SharedLine> = {}): SharedLine => ({
  id: 'a',
  net: 10_000,
  rules: [{ id: 'r', person: 'p', share: 3000 }],
  tax: 0,
  ...given,
})

const rules = fc.array(fc.integer({ max: 10_000, min: 1 }), { maxLength: 5 }).map((shares) => {
  let left = 10_000

  return shares.flatMap((share, index) => {
    const taken = Math.min(share, left)
    left -= taken

    return taken > 0 ? [{ id: `r${index}`, person: `p${index}`, share: taken }] : []
  })
})

const sale = fc
  .array(fc.record({ net: fc.nat({ max: 9_999_999 }), rules, tax: fc.nat({ max: 999_999 }) }), {
    maxLength: 6,
    minLength: 1,
  })
  .map((lines) =>
    lines.map((one, index) => ({
      ...one,
      id: `l${index}`,
      ...(index > 0 && index === lines.length - 1 && { isTip: true, rules: [] }),
    })),
  )

const terms = fc.record({
  fee: fc.integer({ max: 10_000, min: 0 }),
  provider: fc.option(
    fc.record({ fixed: fc.nat({ max: 500 }), rate: fc.integer({ max: 1000, min: 0 }) }),
  ),
})

describe('a sale is split', () => {
  it('after tax and after the fee of the platform', () => {
    const [split] = splitsOf([line({ tax: 1700 })], { fee: 2000, provider: null })
    expect(split).toEqual({
      earned: [{ amount: 2400, person: 'p', rule: 'r' }],
      fee: 2000,
      line: 'a',
    })
  })

  it('after the fee of the provider, where the school says so', () => {
    const provider = { fixed: 30, rate: 290 }
    const [split] = splitsOf([line()], { fee: 0, provider })
    expect(split?.earned).toEqual([{ amount: 2904, person: 'p', rule: 'r' }])
  })

  it('so that a tip goes wholly to those who share in what was bought, after the fee of the platform', () => {
    const pair = [
      { id: 'r', person: 'p', share: 3000 },
      { id: 's', person: 'q', share: 1000 },
    ]
    const sold = [line({ net: 2000, rules: pair }), line({ id: 'b', net: 2000, rules: [] })]
    const tip = line({ id: 't', isTip: true, net: 1000, rules: [] })
    const [, , split] = splitsOf([...sold, tip], { fee: 2000, provider: null })

    expect(split).toEqual({
      earned: [
        { amount: 300, person: 'p', rule: 'r' },
        { amount: 100, person: 'q', rule: 's' },
      ],
      fee: 200,
      line: 't',
    })
    const free = splitsOf([line({ net: 0 }), tip], { fee: 0, provider: null })
    expect(free[1]?.earned).toEqual([{ amount: 1000, person: 'p', rule: 'r' }])
  })

  it('to the last unit, with the school among those who share', () => {
    const thirds = ['x', 'y', 'z'].map((id) => ({ id, person: id, share: 3333 }))
    const [split] = splitsOf([line({ net: 100, rules: thirds })], { fee: 0, provider: null })
    expect(split?.earned.map(({ amount }) => amount)).toEqual([34, 33, 33])
  })

  it('by its own rules in each line of a bundle', () => {
    const lines = [line({ net: 6000 }), line({ id: 'b', net: 4000, rules: [] })]
    expect(splitsOf(lines, { fee: 1000, provider: null })).toEqual([
      { earned: [{ amount: 1620, person: 'p', rule: 'r' }], fee: 600, line: 'a' },
      { earned: [], fee: 400, line: 'b' },
    ])
  })

  it('never into more than a line is', () => {
    fc.assert(
      fc.property(sale, terms, (lines, given) => {
        const splits = splitsOf(lines, given)
        for (const [index, split] of splits.entries()) {
          expect(earnedIn([split]) + split.fee).toBeLessThanOrEqual(lines[index]?.net ?? 0)
        }
        const entries = paymentEntries(lines, { splits, withheld: null })
        expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
      }),
    )
  })
})

describe('a refund takes back', () => {
  it('exactly what the sale gave, in however many steps', () => {
    const steps = fc.array(fc.nat({ max: 5000 }), { maxLength: 6 })
    fc.assert(
      fc.property(sale, terms, steps, fc.boolean(), (lines, given, parts, isConnected) => {
        const splits = splitsOf(lines, given)
        const back = lines.flatMap((one, index) => {
          const split = splits[index] ?? { earned: [], fee: 0, line: one.id }
          let refunded = 0

          return [...parts, one.net].flatMap((wished) => {
            const net = Math.min(wished, one.net - refunded)
            refunded += net

            return returnedSplits([{ id: one.id, net, refunded, sold: one.net, split, tax: 0 }], {
              keepsFee: false,
            })
          })
        })
        expect(back.every(({ fee }) => fee >= 0)).toBe(true)
        expect(feeIn(back)).toBe(feeIn(splits))
        expect(earnedIn(back)).toBe(earnedIn(splits))

        const withheld = isConnected ? feeIn(back) + earnedIn(back) : null
        const entries = refundEntries(lines, { splits: back, withheld })
        expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
      }),
    )
  })

  it('no fee where the platform keeps it', () => {
    const [split] = splitsOf([line()], { fee: 2000, provider: null })
    const returned = { ...line({ net: 5000 }), refunded: 5000, sold: 10_000 }
    expect(split && returnedSplits([{ ...returned, split }], { keepsFee: true })).toEqual([
      { earned: [{ amount: 1200, person: 'p', rule: 'r' }], fee: 0, line: 'a' },
    ])
  })
})

describe('a price', () => {
  it('leaves the school what the platform does not take', () => {
    expect(keptOf(10_000, 2000)).toBe(8000)
    expect(keptOf(999, 250)).toBe(974)
  })
})
