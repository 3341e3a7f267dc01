import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { retryDaysOf } from '../tenancy/retries'
import { addDays } from './calendar'
import { graceEnd, isDayOfRest, retryAt, USUAL_DUNNING } from './dunning'
import { afterDeclined, nextStep, startedAt, triesLeft } from './subscriptions'

const at = (text: string) => new Date(`${text}T10:00:00Z`)

describe('a ladder of retries', () => {
  it.each([
    ['1, 3, 5, 7', [1, 3, 5, 7]],
    ['2', [2]],
    ['60', [60]],
  ])('is read from %j', (text, days) => {
    expect(retryDaysOf(text)).toEqual(days)
  })

  it.each(['', '0', '3, 1', '1, 1', '61', '1.5', 'one', '1,2,3,4,5,6,7,8,9', '-1'])(
    'is not read from %j',
    (text) => {
      expect(retryDaysOf(text)).toBeNull()
    },
  )
})

describe('a day of rest', () => {
  it.each([
    ['2026-03-06', 'Asia/Jerusalem', true],
    ['2026-03-07', 'Asia/Jerusalem', true],
    ['2026-03-08', 'Asia/Jerusalem', false],
    ['2026-03-06', 'Asia/Tehran', true],
    ['2026-03-07', 'Asia/Tehran', false],
    ['2026-03-06', 'Europe/Berlin', false],
    ['2026-03-07', 'Europe/Berlin', true],
    ['2026-03-08', 'America/New_York', true],
    ['2026-03-09', 'No/Such', false],
  ])('on %s in %s: %s', (day, zone, rests) => {
    expect(isDayOfRest(at(day), zone)).toBe(rests)
  })

  it('is one where the buyer lives, whatever day it is in Greenwich', () => {
    expect(isDayOfRest(new Date('2026-03-06T23:30:00Z'), 'Asia/Tokyo')).toBe(true)
    expect(isDayOfRest(new Date('2026-03-09T02:00:00Z'), 'America/New_York')).toBe(true)
  })
})

describe('a retry', () => {
  const berlin = { ...USUAL_DUNNING, skipsWeekends: true, timeZone: 'Europe/Berlin' }
  const next = (given: Partial<Parameters<typeof retryAt>[0]>) =>
    retryAt({
      dunning: berlin,
      failures: 1,
      periodEnd: at('2026-03-06'),
      triedAt: at('2026-03-06'),
      ...given,
    })

  it('passes over the weekend, and comes at least a day after the last one', () => {
    expect(next({})).toEqual(at('2026-03-09'))
    expect(next({ failures: 2, triedAt: at('2026-03-09') })).toEqual(at('2026-03-10'))
    expect(next({ failures: 3, triedAt: at('2026-03-10') })).toEqual(at('2026-03-11'))
    expect(next({ failures: 4, triedAt: at('2026-03-11') })).toBeNull()
  })

  it('falls on a weekend rather than never', () => {
    const short = { ...berlin, graceDays: 2 }

    expect(next({ dunning: short })).toEqual(at('2026-03-07'))
  })

  it('never comes after the grace, twice on a day, or more often than the ladder has rungs', () => {
    fc.assert(
      fc.property(
        fc.record({
          days: fc.uniqueArray(fc.integer({ max: 30, min: 1 }), { maxLength: 8, minLength: 1 }),
          grace: fc.integer({ max: 40, min: 1 }),
          skipsWeekends: fc.boolean(),
          start: fc.date({ max: at('2030-01-01'), min: at('2020-01-01'), noInvalidDate: true }),
          timeZone: fc.constantFrom('Asia/Jerusalem', 'Asia/Tehran', 'Europe/Berlin', 'UTC'),
        }),
        ({ days, grace, skipsWeekends, start, timeZone }) => {
          const retryDays = days.toSorted((left, right) => left - right)
          const dunning = { graceDays: grace, retryDays, skipsWeekends, timeZone }
          let state = startedAt(
            {
              amount: 100,
              currency: 'USD',
              interval: 'month',
              kind: 'subscription',
              payments: null,
              trialDays: 0,
            },
            start,
          )
          const end = graceEnd(state.periodEnd, dunning)
          let charges = 0
          while (nextStep(state, dunning) === 'charge') {
            const before = state.nextStepAt ?? start
            expect(before < end).toBe(true)
            state = afterDeclined(state, dunning)
            const later = state.nextStepAt ?? start
            expect(later >= addDays(before, 1) || later.getTime() === end.getTime()).toBe(true)
            charges += 1
          }

          expect(triesLeft(state, dunning)).toBe('none')
          expect(state.nextStepAt).toEqual(end)
          expect(charges).toBeLessThanOrEqual(retryDays.length + 1)
        },
      ),
    )
  })
})
