import { describe, expect, it } from '@jest/globals'

import { heldSince, payable, periodStart } from './payouts'

describe('a schedule', () => {
  it('begins its week on Monday and its month on the first', () => {
    const sunday = new Date('2026-11-22T23:59:00Z')
    expect(periodStart('weekly', sunday)?.toISOString()).toBe('2026-11-16T00:00:00.000Z')
    expect(periodStart('weekly', new Date('2026-11-16T00:00:00Z'))?.toISOString()).toBe(
      '2026-11-16T00:00:00.000Z',
    )
    expect(periodStart('monthly', sunday)?.toISOString()).toBe('2026-11-01T00:00:00.000Z')
    expect(periodStart('byHand', sunday)).toBeNull()
  })

  it('holds what was sold in the last days', () => {
    expect(heldSince(new Date('2026-11-22T00:00:00Z'), 30).toISOString()).toBe(
      '2026-10-23T00:00:00.000Z',
    )
  })
})

describe('what can be paid out', () => {
  it('is what is owed and not held', () => {
    expect(payable({ held: 400, minimum: 0, owed: 1000 })).toBe(600)
    expect(payable({ held: 1000, minimum: 0, owed: 1000 })).toBe(0)
  })

  it('waits for the minimum', () => {
    expect(payable({ held: 0, minimum: 1000, owed: 999 })).toBe(0)
    expect(payable({ held: 0, minimum: 1000, owed: 1000 })).toBe(1000)
  })

  it('is nothing while a refund of what was paid out is not earned again', () => {
    expect(payable({ held: 100, minimum: 0, owed: 50 })).toBe(0)
  })
})
