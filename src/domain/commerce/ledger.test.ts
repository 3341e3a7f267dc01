import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { LedgerEntry } from './ledger'

import { movedEarnings, paymentEntries, refundEntries, shownBalance } from './ledger'

const lines = fc.array(
  fc.record({
    id: fc.uuid(),
    net: fc.nat({ max: 10_000_000 }),
    tax: fc.nat({ max: 1_000_000 }),
  }),
  { maxLength: 8 },
)

const sum = (entries: readonly LedgerEntry[]) =>
  entries.reduce((total, { amount }) => total + amount, 0)

describe('the books of a school', () => {
  it('say where money came from and for what', () => {
    expect(paymentEntries([{ id: 'a', net: 4000, tax: 680 }])).toEqual([
      { account: 'provider', amount: 4680, line: null },
      { account: 'sales', amount: -4000, line: 'a' },
      { account: 'tax', amount: -680, line: 'a' },
    ])
  })

  it('say what was given back and to whose cost', () => {
    expect(refundEntries([{ id: 'a', net: 1000, tax: 170 }])).toEqual([
      { account: 'provider', amount: -1170, line: null },
      { account: 'refunds', amount: 1000, line: 'a' },
      { account: 'tax', amount: 170, line: 'a' },
    ])
  })

  it('hold no line of nothing', () => {
    expect(paymentEntries([{ id: 'a', net: 0, tax: 0 }])).toEqual([])
    expect(paymentEntries([{ id: 'a', net: 5, tax: 0 }]).map(({ account }) => account)).toEqual([
      'provider',
      'sales',
    ])
  })

  it('sum to zero after any history', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), lines)), (history) => {
        const entries = history.flatMap(([isRefund, moved]) =>
          isRefund ? refundEntries(moved) : paymentEntries(moved),
        )
        expect(sum(entries)).toBe(0)
      }),
    )
  })

  it('show what was sold and collected as above zero', () => {
    expect(shownBalance('sales', -4000)).toBe(4000)
    expect(shownBalance('tax', -680)).toBe(680)
    expect(shownBalance('tax', 0)).toBe(0)
    expect(shownBalance('provider', 4680)).toBe(4680)
    expect(shownBalance('refunds', 1000)).toBe(1000)
  })
})

describe('movedEarnings', () => {
  const ann = { amount: 2450, person: 'ann', rule: 'r1' }
  const bob = { amount: 980, person: 'bob', rule: 'r2' }

  it('takes what some earned of a sale and gives it to others, with what refunds took of either', () => {
    const { taken, whole } = movedEarnings({
      earned: [ann],
      line: 'l',
      now: [bob],
      refunded: 1225,
      returned: [{ ...ann, amount: 612 }],
      sold: 4900,
    })
    const owed = (entries: typeof whole, holder: string) =>
      entries.flatMap((entry) => (entry.holder === holder ? [-entry.amount] : []))

    expect(owed(whole, 'ann')).toEqual([-2450])
    expect(owed(whole, 'bob')).toEqual([980])
    expect(owed(taken, 'ann')).toEqual([612])
    expect(owed(taken, 'bob')).toEqual([-245])
    for (const entries of [taken, whole]) {
      expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
    }
  })

  it('moves nothing where nobody shares', () => {
    const none = { earned: [], line: 'l', now: [], refunded: 0, returned: [], sold: 0 }

    expect(movedEarnings(none)).toEqual({ taken: [], whole: [] })
  })
})
