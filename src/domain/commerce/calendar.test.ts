import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { addDays, addMonths } from './calendar'

const at = (text: string) => new Date(text)

describe('addMonths', () => {
  it.each([
    ['2026-01-31T10:00:00Z', 1, '2026-02-28T10:00:00Z'],
    ['2026-01-31T10:00:00Z', 2, '2026-03-31T10:00:00Z'],
    ['2028-01-31T10:00:00Z', 1, '2028-02-29T10:00:00Z'],
    ['2028-02-29T23:59:59Z', 12, '2029-02-28T23:59:59Z'],
    ['2026-11-30T00:00:00Z', 3, '2027-02-28T00:00:00Z'],
    ['2026-12-31T00:00:00Z', 0, '2026-12-31T00:00:00Z'],
  ])('takes %s by %d months to %s', (from, months, expected) => {
    expect(addMonths(at(from), months)).toEqual(at(expected))
  })

  it('lands in the right month on the right or its last day, always forward, whatever the anchor', () => {
    fc.assert(
      fc.property(
        fc.date({
          max: at('2080-01-01T00:00:00Z'),
          min: at('2000-01-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        fc.integer({ max: 240, min: 0 }),
        (anchor, months) => {
          const end = addMonths(anchor, months)
          const month = anchor.getUTCFullYear() * 12 + anchor.getUTCMonth() + months

          expect(end.getUTCFullYear() * 12 + end.getUTCMonth()).toBe(month)
          expect(end.getUTCDate()).toBeLessThanOrEqual(anchor.getUTCDate())
          expect(addMonths(anchor, months + 1).getTime()).toBeGreaterThan(end.getTime())
        },
      ),
    )
  })
})

it('addDays counts days of 24 hours', () => {
  expect(addDays(at('2026-03-27T12:00:00Z'), 30)).toEqual(at('2026-04-26T12:00:00Z'))
})
