import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { DisputeReport } from './disputes'

import { afterReport, DISPUTE_STATES, holdsMoney } from './disputes'

const report = (given: Partial<DisputeReport> = {}): DisputeReport => ({
  dueAt: null,
  fee: 0,
  isWithdrawn: true,
  reason: null,
  reportedAt: '2026-01-01T00:00:00.000Z',
  state: 'needsResponse',
  ...given,
})

const reports = fc.uniqueArray(
  fc.record({
    dueAt: fc.constantFrom(null, '2026-02-01T00:00:00.000Z'),
    fee: fc.nat(3000),
    isWithdrawn: fc.boolean(),
    reason: fc.constantFrom(null, 'fraudulent'),
    reportedAt: fc.nat(1000).map((second) => new Date(1.8e12 + second * 1000).toISOString()),
    state: fc.constantFrom(...DISPUTE_STATES),
  }),
  { maxLength: 8, minLength: 1, selector: ({ reportedAt }) => reportedAt },
)

const after = (told: readonly DisputeReport[]) =>
  told.reduce<DisputeReport | null>((known, one) => afterReport(known, one), null)

describe('a dispute', () => {
  it('stands the same whatever the order of what is reported of it', () => {
    fc.assert(
      fc.property(reports, (told) => {
        const { fee, isWithdrawn, state } = after(told) ?? report()
        expect(after(told.toReversed())).toMatchObject({ fee, isWithdrawn, state })
      }),
    )
  })

  it('never moves back, and can still be won when it was lost', () => {
    expect(after([report({ state: 'lost' }), report()])?.state).toBe('lost')
    expect(after([report({ state: 'lost' }), report({ state: 'won' })])?.state).toBe('won')
    expect(after([report({ state: 'won' }), report({ state: 'lost' })])?.state).toBe('won')
  })

  it('holds money from when it was taken until it is won', () => {
    expect(holdsMoney(report())).toBe(true)
    expect(holdsMoney(report({ state: 'lost' }))).toBe(true)
    expect(holdsMoney(report({ isWithdrawn: false, state: 'inquiry' }))).toBe(false)
    expect(holdsMoney(report({ state: 'won' }))).toBe(false)
  })
})
