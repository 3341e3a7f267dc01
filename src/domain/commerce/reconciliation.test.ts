import { describe, expect, it } from '@jest/globals'

import type { Entry } from './reconciliation'

import { differencesBetween, isOnlyListed, stateOf, totalsOf } from './reconciliation'

const entry = (given: Partial<Entry> = {}): Entry => ({
  id: 'pi_1',
  amount: 4900,
  currency: 'USD',
  fee: null,
  kind: 'payment',
  state: 'succeeded',
  ...given,
})

describe('two sides of the books', () => {
  it('do not differ where they say the same', () => {
    expect(differencesBetween([entry()], [entry({ fee: 172 })])).toEqual([])
  })

  it.each([
    ['missingHere', [], [entry()]],
    ['missingThere', [entry()], []],
    ['amountDiffers', [entry()], [entry({ amount: 4800 })]],
    ['currencyDiffers', [entry()], [entry({ currency: 'EUR' })]],
    ['stateDiffers', [entry()], [entry({ state: 'failed' })]],
    ['feeDiffers', [entry({ fee: 0 })], [entry({ fee: 1500 })]],
  ])('differ by %s', (what, ours, theirs) => {
    expect(differencesBetween(ours, theirs)).toEqual([
      { id: 'pi_1', kind: 'payment', ours: ours[0] ?? null, theirs: theirs[0] ?? null, what },
    ])
  })

  it('know a refund from a payment of the same name', () => {
    expect(differencesBetween([entry()], [entry(), entry({ kind: 'refund' })])).toMatchObject([
      { kind: 'refund', what: 'missingHere' },
    ])
  })

  it('sum up by kind and currency', () => {
    const entries = [entry({ fee: 172 }), entry({ amount: 100 }), entry({ currency: 'ILS' })]
    expect(totalsOf(entries)).toEqual([
      { amount: 5000, count: 2, currency: 'USD', fees: 172, kind: 'payment' },
      { amount: 4900, count: 1, currency: 'ILS', fees: 0, kind: 'payment' },
    ])
  })

  it('sum up what came back, and learn from a list alone what nobody tells', () => {
    const fees = [
      entry({ amount: 172, kind: 'fee' }),
      entry({ id: 're_1', amount: -30, kind: 'fee' }),
    ]
    expect(totalsOf(fees)).toEqual([
      { amount: 142, count: 2, currency: 'USD', fees: 0, kind: 'fee' },
    ])
    const kinds = ['dispute', 'fee', 'other', 'payment', 'payout', 'refund'] as const
    expect(kinds.filter(isOnlyListed)).toEqual(['fee', 'payout'])
  })

  it('stand as the worst of their differences', () => {
    const [one] = differencesBetween([], [entry()])
    const mended = { ...(one ?? never()), isMended: true, refusal: null }
    expect(stateOf([])).toBe('agrees')
    expect(stateOf([mended])).toBe('mended')
    expect(stateOf([mended, { ...mended, isMended: false }])).toBe('differs')
  })
})

const never = (): never => {
  throw new Error('There is no difference.')
}
