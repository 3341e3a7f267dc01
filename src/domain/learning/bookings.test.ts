import { describe, expect, it } from '@jest/globals'

import type { BookingFacts, BookingState } from './bookings'

import { BOOKING_STATES, movesFrom, sideOf, stateOf, stepsTo } from './bookings'

const NOTHING: BookingFacts = {
  enrollment: null,
  hasOpenOrder: false,
  isApproved: false,
  isPaid: false,
  isRequested: false,
  isWaiting: false,
}
const place = (given: Partial<NonNullable<BookingFacts['enrollment']>> = {}) => ({
  isCompleted: false,
  isRefunded: false,
  isRevoked: false,
  ...given,
})

describe('the way of a booking', () => {
  const pairs = [null, ...BOOKING_STATES].flatMap((from) =>
    BOOKING_STATES.filter((to) => to !== from).map((to) => [from, to] as const),
  )

  it.each(pairs)('leads from %s to %s by moves of the table alone', (from, to) => {
    const steps = stepsTo(from, to)
    expect(steps.at(-1)).toBe(to)
    const stood: (BookingState | null)[] = [from, ...steps]
    steps.forEach((step, nth) => expect(movesFrom(stood[nth] ?? null)).toContain(step))
  })

  it.each([
    [null, 'attended', ['confirmed', 'attended']],
    ['waitlisted', 'attended', ['confirmed', 'attended']],
    ['refunded', 'attended', ['confirmed', 'attended']],
    ['awaitingPayment', 'waitlisted', ['cancelled', 'waitlisted']],
    ['confirmed', 'refunded', ['refunded']],
    ['confirmed', 'confirmed', []],
  ] as const)('from %s to %s is %j', (from, to, steps) => {
    expect(stepsTo(from, to)).toEqual(steps)
  })

  it('comes to its end by its learner, whoever gave the place', () => {
    expect(sideOf('attended', 'school')).toBe('learner')
    expect(sideOf('confirmed', 'school')).toBe('school')
  })

  it('is over for nobody: whoever cancelled or was given the money back can book again', () => {
    for (const state of ['cancelled', 'refunded'] as const) {
      expect(movesFrom(state)).toEqual(expect.arrayContaining([...movesFrom(null)]))
    }
  })
})

describe('where a booking stands', () => {
  it.each<[string, Partial<BookingFacts>, BookingState | null, BookingState | null]>([
    ['nowhere for who never booked', {}, null, null],
    ['requested while nobody decided', { isRequested: true }, null, 'requested'],
    ['waitlisted in a queue', { isRequested: true, isWaiting: true }, null, 'waitlisted'],
    [
      'awaiting payment by an open order',
      { hasOpenOrder: true, isWaiting: true },
      'waitlisted',
      'awaitingPayment',
    ],
    [
      'awaiting payment while an approved place is kept',
      { isApproved: true },
      'requested',
      'awaitingPayment',
    ],
    [
      'confirmed by money, before the course opens',
      { isPaid: true },
      'awaitingPayment',
      'confirmed',
    ],
    [
      'confirmed by a place, whatever else is open',
      { enrollment: place(), hasOpenOrder: true },
      null,
      'confirmed',
    ],
    [
      'attended once completed',
      { enrollment: place({ isCompleted: true }) },
      'confirmed',
      'attended',
    ],
    [
      'cancelled once removed',
      { enrollment: place({ isRevoked: true }) },
      'confirmed',
      'cancelled',
    ],
    [
      'refunded where the money went back',
      { enrollment: place({ isRefunded: true, isRevoked: true }) },
      'confirmed',
      'refunded',
    ],
    ['cancelled when nothing is left of it', {}, 'awaitingPayment', 'cancelled'],
    ['refunded for as long as nothing follows', {}, 'refunded', 'refunded'],
    [
      'booked again after it was removed',
      { enrollment: place({ isRevoked: true }), hasOpenOrder: true },
      'cancelled',
      'awaitingPayment',
    ],
  ])('is %s', (_, facts, before, state) => {
    expect(stateOf({ ...NOTHING, ...facts }, before)).toBe(state)
  })
})
