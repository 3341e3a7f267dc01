import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { ReturnedLine } from './earnings'
import type { LedgerEntry } from './ledger'

import { returnedSplits, splitsOf } from './earnings'
import {
  bankedEntries,
  disputeEntries,
  disputeFeeEntries,
  movedEarnings,
  paymentEntries,
  providerFeeEntries,
  refundEntries,
  shownBalance,
} from './ledger'
import { arrivedEntries, payoutEntries, returnedEntries, SCHOOL } from './payouts'

const lines = fc.array(
  fc.record({
    id: fc.uuid(),
    net: fc.nat({ max: 10_000_000 }),
    tax: fc.nat({ max: 1_000_000 }),
  }),
  { maxLength: 8 },
)

const amount = fc.nat({ max: 5_000_000 })

/** Lines that were sold, some of them shared, as the platform's and a provider's fee leave it. */
const sale = fc
  .record({
    fee: fc.nat({ max: 10_000 }),
    lines,
    provider: fc.option(fc.record({ fixed: fc.nat({ max: 100 }), rate: fc.nat({ max: 500 }) })),
    shares: fc.array(fc.nat({ max: 2500 }), { maxLength: 4 }),
  })
  .map(({ fee, lines: given, provider, shares }) => {
    const rules = shares.map((share, index) => ({
      id: `r${index}`,
      person: `p${index % 2}`,
      share,
    }))
    const sold = [...new Map(given.map((line) => [line.id, { ...line, rules }])).values()]

    return { lines: sold, splits: splitsOf(sold, { fee, provider }) }
  })

const split = fc.record({
  merchantFee: fc.option(fc.nat({ max: 1000 })),
  withheld: fc.option(fc.nat({ max: 1_000_000 })),
})

const holder = fc.constantFrom('ann', SCHOOL)

/** One movement of money, as the books have it. */
const movement: fc.Arbitrary<readonly LedgerEntry[]> = fc.oneof(
  fc
    .tuple(sale, split)
    .map(([{ lines: sold, splits }, given]) => paymentEntries(sold, { ...given, splits })),
  fc
    .tuple(sale, split)
    .map(([{ lines: sold, splits }, given]) => refundEntries(sold, { ...given, splits })),
  fc
    .tuple(sale, split, amount)
    .map(([{ lines: sold, splits }, given, over]) =>
      disputeEntries(sold, over, { ...given, splits }),
    ),
  fc.tuple(amount, split).map(([fee, { withheld }]) => disputeFeeEntries(fee, withheld)),
  fc.tuple(amount, fc.boolean()).map(([fee, isOwn]) => providerFeeEntries(fee, isOwn)),
  amount.map((sent) => [...bankedEntries(sent), ...bankedEntries(-sent)]),
  fc.record({ amount, holder }).map((moved) => payoutEntries(moved)),
  fc
    .record({ amount, holder })
    .map((moved) => [...arrivedEntries(moved), ...returnedEntries(moved)]),
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

  it('sum to zero after any history, and so does each movement of it', () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 6 }), (history) => {
        for (const entries of history) {
          expect(sum(entries)).toBe(0)
        }
        expect(sum(history.flat())).toBe(0)
      }),
      { numRuns: 10_000 },
    )
  })

  it('bring back to nothing what was paid and is given back whole, in whatever steps', () => {
    fc.assert(
      fc.property(
        sale,
        fc.array(fc.double({ max: 1, min: 0, noNaN: true }), { maxLength: 3 }),
        (sold, cuts) => {
          const gone = new Map<string, { net: number; tax: number }>()
          const steps = [...cuts.toSorted((one, other) => one - other), 1].map((part) => {
            const moved = sold.lines.map(({ id, net, tax }): ReturnedLine => {
              const before = gone.get(id) ?? { net: 0, tax: 0 }
              const now = { net: Math.round(net * part), tax: Math.round(tax * part) }
              gone.set(id, now)

              return {
                id,
                net: now.net - before.net,
                refunded: now.net,
                sold: net,
                split: sold.splits.find(({ line }) => line === id) ?? {
                  earned: [],
                  fee: 0,
                  line: id,
                },
                tax: now.tax - before.tax,
              }
            })
            const splits = returnedSplits(moved, { keepsFee: false })

            return refundEntries(moved, { splits, withheld: null })
          })
          const paid = paymentEntries(sold.lines, { splits: sold.splits, withheld: null })
          const all = [...paid, ...steps.flat()]
          const held = Map.groupBy(
            all,
            ({ account, holder: of = '' }) => `${account === 'refunds' ? 'sales' : account} ${of}`,
          )
          for (const entries of held.values()) {
            expect(sum(entries)).toBe(0)
          }
        },
      ),
      { numRuns: 2000 },
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
