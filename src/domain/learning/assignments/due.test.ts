import { describe, expect, it } from '@jest/globals'

import { afterDeduction, dueOf, isLate, lateDays } from './due'

const at = (moment: string) => new Date(moment)

const HOUR = 3_600_000
const BERLIN = 'Europe/Berlin'

describe('when an assignment is due', () => {
  it.each([
    ['none', null, 3, 'Europe/Berlin', null],
    ['date', '2026-03-29T12:00', 0, 'Europe/Berlin', '2026-03-29T10:00:00.000Z'],
    ['date', '2026-03-28T12:00', 0, 'Asia/Jerusalem', '2026-03-28T09:00:00.000Z'],
    ['date', null, 0, 'UTC', null],
    // Clocks go forward in the night before: the day is over an hour earlier.
    ['enrolled', null, 2, 'Europe/Berlin', '2026-03-29T21:59:00.000Z'],
    ['enrolled', null, 0, 'Europe/Berlin', '2026-03-27T22:59:00.000Z'],
    ['enrolled', null, 0, 'Pacific/Kiritimati', '2026-03-28T09:59:00.000Z'],
    ['released', null, 1, 'Europe/Berlin', '2026-10-25T22:59:00.000Z'],
  ] as const)('%s %s, %i days, in %s: %s', (dueKind, dueAt, dueDays, zone, expected) => {
    const due = dueOf(
      { dueAt, dueDays, dueKind },
      { enrolledAt: at('2026-03-27T15:00:00Z'), releasedAt: at('2026-10-24T15:00:00Z'), zone },
    )
    expect(due?.toISOString() ?? null).toBe(expected)
  })

  it('counts from the enrollment where nothing held the lesson back', () => {
    const enrolledAt = at('2026-03-27T15:00:00Z')
    const days = { dueAt: null, dueDays: 5, dueKind: 'released' } as const

    expect(dueOf(days, { enrolledAt, releasedAt: null, zone: 'UTC' })).toEqual(
      dueOf({ ...days, dueKind: 'enrolled' }, { enrolledAt, releasedAt: null, zone: 'UTC' }),
    )
  })
})

describe('how late it is', () => {
  it.each([
    // In spring a day has 23 hours, in autumn 25.
    ['2026-03-28T22:59:00Z', '2026-03-28T22:59:59Z', 0],
    ['2026-03-28T22:59:00Z', '2026-03-28T23:00:00Z', 1],
    ['2026-03-28T22:59:00Z', '2026-03-29T21:59:59Z', 1],
    ['2026-03-28T22:59:00Z', '2026-03-29T22:00:00Z', 2],
    ['2026-10-24T21:59:00Z', '2026-10-25T22:59:59Z', 1],
    ['2026-10-24T21:59:00Z', '2026-10-25T23:00:00Z', 2],
    ['2026-03-28T22:59:00Z', '2026-03-01T00:00:00Z', 0],
  ])('due %s, handed in %s: %i days', (due, moment, days) => {
    expect(lateDays(at(due), at(moment), BERLIN)).toBe(days)
  })

  it('is never late where it is never due', () => {
    expect(isLate(null, at('2099-01-01T00:00:00Z'))).toBe(false)
    expect(lateDays(null, at('2099-01-01T00:00:00Z'), BERLIN)).toBe(0)
  })

  it('never gets less with time, and grows by one in each day of the clock, all year round', () => {
    const due = at('2026-01-10T22:59:00Z')
    let before = 0
    for (let hours = 0; hours < 366 * 24; hours += 1) {
      const moment = new Date(due.getTime() + hours * HOUR)
      const days = lateDays(due, moment, BERLIN)
      const byHours = hours / 24

      expect(days).toBeGreaterThanOrEqual(before)
      expect(days - before).toBeLessThanOrEqual(1)
      expect(Math.abs(days - byHours)).toBeLessThanOrEqual(1 + 1 / 24)
      before = days
    }
  })
})

describe('what lateness costs', () => {
  it.each([
    [80, 100, 0, 10, 80],
    [80, 100, 1, 10, 70],
    [80, 100, 9, 10, 0],
    [8, 10, 2, 12.5, 5.5],
    [10, 10, 400, 100, 0],
    [1, 3, 1, 10, 0.7],
  ])('%d of %d, %i days late at %d %%: %d', (points, of, days, percent, expected) => {
    expect(afterDeduction({ days, of, percent, points })).toBe(expected)
  })
})
