import { describe, expect, it } from '@jest/globals'

import { afterEvent, movedBy, WAITLIST_STATUSES } from './waitlist'

describe('a queue', () => {
  it.each([
    ['offer', 'waiting', 'offered'],
    ['offer', 'offered', null],
    ['lapse', 'offered', 'lapsed'],
    ['lapse', 'waiting', null],
    ['leave', 'waiting', 'left'],
    ['leave', 'offered', 'declined'],
    ['leave', 'taken', null],
    ['take', 'offered', 'taken'],
    ['take', 'waiting', 'taken'],
    ['take', 'removed', null],
    ['remove', 'offered', 'removed'],
    ['join', 'waiting', null],
    ['join', 'offered', null],
  ] as const)('by %s makes %s %s', (event, status, next) => {
    expect(afterEvent(event, status)).toBe(next)
  })

  it('can be joined anew by whoever is neither waiting nor has an offer', () => {
    expect(movedBy('join')).toEqual(
      WAITLIST_STATUSES.filter((status) => status !== 'waiting' && status !== 'offered'),
    )
  })
})
