import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { accessEnd, extendFrom, unionOf } from './access'

const at = (text: string) => new Date(text)
const bought = at('2026-01-31T09:00:00Z')

describe('accessEnd', () => {
  it.each([
    [{ count: null, unit: 'forever' }, null],
    [{ count: 30, unit: 'days' }, at('2026-03-02T09:00:00Z')],
    [{ count: 1, unit: 'months' }, at('2026-02-28T09:00:00Z')],
    [{ count: 12, unit: 'months' }, at('2027-01-31T09:00:00Z')],
    [{ count: null, unit: 'until', until: '2026-06-01T00:00:00Z' }, at('2026-06-01T00:00:00Z')],
  ] as const)('of %j is %s', (rule, expected) => {
    expect(accessEnd(rule, bought)).toEqual(expected)
  })

  it.each([
    { count: null, unit: 'whilePaid' },
    { count: null, unit: 'days' },
    { count: null, unit: 'until' },
    { count: 0, unit: 'months' },
    { count: 1.5, unit: 'days' },
  ] as const)('is a fault of the program for %j', (rule) => {
    expect(() => accessEnd(rule, bought)).toThrow(RangeError)
  })
})

const grants = fc.array(
  fc.record({ endsAt: fc.option(fc.date({ noInvalidDate: true }), { nil: null }) }),
  { maxLength: 8 },
)

describe('unionOf', () => {
  it('is open at a moment exactly when one of the grants is', () => {
    fc.assert(
      fc.property(grants, fc.date({ noInvalidDate: true }), (given, moment) => {
        fc.pre(given.length > 0)
        const end = unionOf(given)
        const isOpen = end === null || end > moment

        expect(isOpen).toBe(given.some(({ endsAt }) => endsAt === null || endsAt > moment))
      }),
    )
  })

  it('does not depend on the order of the grants', () => {
    fc.assert(
      fc.property(grants, (given) => {
        expect(unionOf(given.toReversed())).toEqual(unionOf(given))
      }),
    )
  })
})

describe('extendFrom', () => {
  it('counts from the end of what still runs, and else from the purchase', () => {
    const runs = { endsAt: at('2026-02-10T00:00:00Z') }
    const over = { endsAt: at('2026-01-01T00:00:00Z') }

    expect(extendFrom(bought, [])).toEqual(bought)
    expect(extendFrom(bought, [over, { endsAt: null }])).toEqual(bought)
    expect(extendFrom(bought, [over, runs])).toEqual(runs.endsAt)
  })

  it('never shortens what was bought', () => {
    fc.assert(
      fc.property(grants, (given) => {
        expect(extendFrom(bought, given).getTime()).toBeGreaterThanOrEqual(bought.getTime())
      }),
    )
  })
})
