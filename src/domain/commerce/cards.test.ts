import { describe, expect, it } from '@jest/globals'

import { brandName, facelessCard, isPastEnd } from './cards'

const until = (expiresYear: number, expiresMonth: number) => ({
  ...facelessCard('visa'),
  expiresMonth,
  expiresYear,
  last4: '4242',
})

describe('a kept card', () => {
  it('is good through the whole of its last month', () => {
    expect(isPastEnd(until(2026, 11), new Date('2026-11-30T23:59:59Z'))).toBe(false)
    expect(isPastEnd(until(2026, 11), new Date('2026-12-01T00:00:00Z'))).toBe(true)
    expect(isPastEnd(until(2026, 12), new Date('2027-01-01T00:00:00Z'))).toBe(true)
  })

  it('never ends where it says no end, as an account', () => {
    expect(isPastEnd(facelessCard('paypal'), new Date('2099-01-01'))).toBe(false)
  })

  it('is called as its brand writes itself, where that is known', () => {
    expect([brandName('visa'), brandName('paypal'), brandName('test')]).toEqual([
      'Visa',
      'PayPal',
      null,
    ])
  })
})
