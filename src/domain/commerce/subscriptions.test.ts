import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { SubscriptionState, Terms } from './subscriptions'

import { afterPeriodPrice, isDiscountable, periodPrice } from './lifecycle'
import {
  afterCancel,
  afterDeclined,
  afterEnd,
  afterPaid,
  afterResume,
  chargeOf,
  dueNow,
  instalmentsOf,
  isCancelable,
  isResumable,
  nextStep,
  openUntil,
  startedAt,
  withCoupon,
} from './subscriptions'

const at = (text: string) => new Date(text)
const monthly: Terms = {
  amount: 1900,
  currency: 'USD',
  interval: 'month',
  kind: 'subscription',
  payments: null,
  trialDays: 0,
}
const plan: Terms = { ...monthly, amount: 10_000, kind: 'plan', payments: 3 }

describe('instalmentsOf', () => {
  it('puts what is left over into the first payment', () => {
    expect(instalmentsOf(10_000, 3)).toEqual([3334, 3333, 3333])
    expect(instalmentsOf(9900, 3)).toEqual([3300, 3300, 3300])
  })

  it('sums to the total, to the minor unit, and no part is far from another', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 12 }), fc.integer({ max: 36, min: 2 }), (total, payments) => {
        const parts = instalmentsOf(total, payments)

        expect(parts).toHaveLength(payments)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
        expect((parts[0] ?? 0) - (parts.at(-1) ?? 0)).toBeLessThan(payments)
      }),
    )
  })
})

describe('a subscription', () => {
  it('counts calendar months from its first day, though a month be short', () => {
    const ends = [1, 2, 3].reduce<SubscriptionState[]>(
      (states) => [...states, afterPaid(states.at(-1) ?? startedAt(monthly, new Date()), monthly)],
      [startedAt(monthly, at('2026-01-31T08:00:00Z'))],
    )

    expect(ends.map(({ periodEnd }) => periodEnd)).toEqual([
      at('2026-02-28T08:00:00Z'),
      at('2026-03-31T08:00:00Z'),
      at('2026-04-30T08:00:00Z'),
      at('2026-05-31T08:00:00Z'),
    ])
  })

  it('costs nothing in its trial, and is charged at the end of it', () => {
    const terms = { ...monthly, trialDays: 7 }
    const trial = startedAt(terms, at('2026-01-01T00:00:00Z'))

    expect(dueNow(terms)).toBe(0)
    expect(trial).toMatchObject({
      nextStepAt: at('2026-01-08T00:00:00Z'),
      paidPeriods: 0,
      status: 'trialing',
    })
    expect(afterPaid(trial, terms)).toMatchObject({
      paidPeriods: 1,
      periodEnd: at('2026-02-08T00:00:00Z'),
      status: 'active',
    })
  })

  it('that is not paid is tried on four days, then ends with its grace', () => {
    const start = startedAt(monthly, at('2026-03-01T00:00:00Z'))
    const tries = [1, 2, 3, 4].reduce<SubscriptionState[]>(
      (states) => [...states, afterDeclined(states.at(-1) ?? start)],
      [],
    )

    expect(tries.map(({ nextStepAt }) => nextStepAt?.toISOString().slice(0, 10))).toEqual([
      '2026-04-02',
      '2026-04-04',
      '2026-04-06',
      '2026-04-08',
    ])
    expect(tries.map((state) => nextStep(state))).toEqual(['charge', 'charge', 'charge', 'end'])
    expect(openUntil(tries[3] ?? start)).toEqual(at('2026-04-08T00:00:00Z'))
    expect(afterEnd(tries[3] ?? start)).toMatchObject({ nextStepAt: null, status: 'ended' })
  })

  it('that is canceled opens its courses to the end of what is paid, and can be resumed until then', () => {
    const start = startedAt(monthly, at('2026-03-01T00:00:00Z'))
    const canceled = afterCancel(start)

    expect(openUntil(canceled)).toEqual(start.periodEnd)
    expect(nextStep(canceled)).toBe('end')
    expect([isCancelable(start, monthly), isResumable(start)]).toEqual([true, false])
    expect([isCancelable(canceled, monthly), isResumable(canceled)]).toEqual([false, true])
    expect(afterResume(canceled)).toEqual(start)
    expect(afterEnd(canceled).status).toBe('canceled')
    expect(isResumable(afterEnd(canceled))).toBe(false)
  })
})

describe('an instalment plan', () => {
  it('is done and open for good with its last payment, and cannot be canceled before', () => {
    const first = startedAt(plan, at('2026-01-31T00:00:00Z'))
    const second = afterPaid(first, plan)
    const third = afterPaid(second, plan)

    expect(isCancelable(second, plan)).toBe(false)
    expect(
      [first, second, third]
        .map((state) => openUntil(state))
        .map((end) => end?.toISOString().slice(0, 10)),
    ).toEqual(['2026-03-07', '2026-04-07', undefined])
    expect(third).toMatchObject({ isCompleted: true, nextStepAt: null, status: 'ended' })
    expect([0, 1, 2, 3].map((period) => chargeOf(plan, period))).toEqual([3334, 3333, 3333, null])
  })

  it('never takes more than its total, whatever is declined between', () => {
    fc.assert(
      fc.property(
        fc.integer({ max: 10 ** 9, min: 100 }),
        fc.integer({ max: 24, min: 2 }),
        fc.array(fc.boolean(), { maxLength: 80 }),
        (amount, payments, answers) => {
          const terms = { ...plan, amount, payments }
          let state = startedAt(terms, at('2026-01-31T00:00:00Z'))
          let taken = dueNow(terms)
          for (const approved of answers) {
            if (state.nextStepAt === null || nextStep(state) === 'end') {
              break
            }
            const due = chargeOf(terms, state.paidPeriods)
            expect(due).not.toBeNull()
            taken += approved ? (due ?? 0) : 0
            state = approved ? afterPaid(state, terms) : afterDeclined(state)
          }

          expect(taken).toBeLessThanOrEqual(amount)
          expect(taken === amount).toBe(state.isCompleted)
        },
      ),
    )
  })
})

describe('a coupon of an amount', () => {
  it.each([
    [500, [1400, 1400, 1900, 1900]],
    [4000, [0, 0, 1900, 1900]],
  ])(
    'of %d off three payments is taken off each of them, and never more than it costs',
    (amountOff, sums) => {
      const terms = withCoupon(monthly, { amountOff, periods: 3 })
      let state = startedAt(terms, new Date('2026-01-31T00:00:00Z'))
      const charged = sums.map(() => {
        const price = periodPrice(state, 1900)
        state = afterPaid(afterPeriodPrice(state, price), terms)

        return price.total
      })

      expect(charged).toEqual(sums)
      expect(state.credit).toBe(0)
    },
  )

  it('holds for the first payment alone where it says no more, and gives way to a discount for staying only where none ran', () => {
    expect(withCoupon(monthly, { amountOff: 500 }).discount).toBeUndefined()
    const state = startedAt(withCoupon(monthly, { amountOff: 500, periods: 2 }), new Date())
    expect(isDiscountable(state, monthly)).toBe(false)
  })
})
