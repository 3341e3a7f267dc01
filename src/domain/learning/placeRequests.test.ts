import { describe, expect, it } from '@jest/globals'

import { OPEN_REQUESTS, PLACE_REQUEST_STATUSES, requestAfter } from './placeRequests'

describe('a request for a place', () => {
  it.each([
    ['approve', 'requested', 'approved'],
    ['approve', 'approved', null],
    ['approve', 'withdrawn', null],
    ['decline', 'requested', 'declined'],
    ['decline', 'approved', 'declined'],
    ['decline', 'taken', null],
    ['queue', 'requested', 'waitlisted'],
    ['queue', 'approved', null],
    ['lapse', 'approved', 'lapsed'],
    ['lapse', 'requested', null],
    ['take', 'requested', 'taken'],
    ['take', 'approved', 'taken'],
    ['withdraw', 'approved', 'withdrawn'],
    ['withdraw', 'taken', null],
  ] as const)('by %s makes %s %s', (event, status, next) => {
    expect(requestAfter(event, status)).toBe(next)
  })

  it('is moved by nothing once it is decided', () => {
    const events = ['approve', 'decline', 'lapse', 'queue', 'take', 'withdraw'] as const
    const closed = PLACE_REQUEST_STATUSES.filter(
      (status) => !OPEN_REQUESTS.some((open) => open === status),
    )
    for (const status of closed) {
      expect(events.map((event) => requestAfter(event, status))).toEqual(events.map(() => null))
    }
  })
})
