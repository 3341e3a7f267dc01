import { describe, expect, it } from '@jest/globals'

import { isLive, lostParts, overLimits, planStatusOf } from './planSubscriptions'

describe('a subscription to a plan', () => {
  it.each([
    ['active', 'active', true],
    ['trialing', 'active', true],
    ['past_due', 'pastDue', true],
    ['incomplete', 'pending', false],
    ['incomplete_expired', 'ended', false],
    ['canceled', 'ended', false],
    ['unpaid', 'ended', false],
    ['paused', 'ended', false],
    ['something_new', 'ended', false],
  ] as const)('that Stripe calls %s is %s', (stripe, status, live) => {
    expect([planStatusOf(stripe), isLive(planStatusOf(stripe))]).toEqual([status, live])
  })
})

describe('a smaller plan', () => {
  const limits = { accounts: 10, courses: 3, mails: null, staff: 0, storage: 5 }

  it('says what is beyond it, and nothing of what just fits or has no limit', () => {
    expect(
      overLimits(limits, [
        { limit: 'courses', used: 4 },
        { limit: 'accounts', used: 10 },
        { limit: 'mails', used: 9_000 },
        { limit: 'staff', used: 1 },
        { limit: 'storage', used: 5.1 },
      ]),
    ).toEqual([
      { limit: 'courses', most: 3, used: 4 },
      { limit: 'staff', most: 0, used: 1 },
      { limit: 'storage', most: 5, used: 5.1 },
    ])
  })

  it('says which parts are lost that the school has now', () => {
    const now = { certificates: true, coupons: false, domains: true }
    expect(lostParts(now, { certificates: false, coupons: false, domains: true })).toEqual([
      'certificates',
    ])
  })
})
