import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { OrderStatus, PaymentEventType } from './orders'

import { isSamePurchase, nextStatus, refusalOf } from './orders'

const events: PaymentEventType[] = [
  'other',
  'payment.expired',
  'payment.failed',
  'payment.succeeded',
]

describe('an order', () => {
  it.each<[OrderStatus, PaymentEventType, null | OrderStatus]>([
    ['pending', 'payment.succeeded', 'paid'],
    ['pending', 'payment.failed', 'failed'],
    ['pending', 'payment.expired', 'expired'],
    ['pending', 'other', null],
    ['expired', 'payment.succeeded', 'paid'],
    ['expired', 'payment.failed', 'failed'],
    ['cancelled', 'payment.succeeded', 'paid'],
    ['failed', 'payment.expired', null],
    ['paid', 'payment.succeeded', null],
    ['paid', 'payment.failed', null],
  ])('that is %s meets %s and becomes %s', (status, event, expected) => {
    expect(nextStatus(status, event)).toBe(expected)
  })

  it('ends paid exactly when money arrived, whatever the order and number of events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 12 }), (story) => {
        const end = story.reduce<OrderStatus>(
          (status, event) => nextStatus(status, event) ?? status,
          'pending',
        )

        expect(end === 'paid').toBe(story.includes('payment.succeeded'))
      }),
    )
  })
})

describe('a payment', () => {
  const order = { currency: 'USD', session: 'cs_1', total: 4900 }
  const paid = { amount: 4900, currency: 'USD', session: 'cs_1' }

  it('is taken when session, currency and amount are the order’s', () => {
    expect(refusalOf({ order, paid })).toBeNull()
    expect(refusalOf({ order: { ...order, session: null }, paid })).toBeNull()
  })

  it.each([
    ['amountMismatch', { amount: 4899 }],
    ['currencyMismatch', { currency: 'ILS' }],
    ['sessionMismatch', { session: 'cs_2' }],
  ])('is refused with %s', (refusal, wrong) => {
    expect(refusalOf({ order, paid: { ...paid, ...wrong } })).toBe(refusal)
  })
})

describe('isSamePurchase', () => {
  const wanted = [
    { base: 100, offer: 'a' },
    { base: 200, offer: 'b' },
  ]

  it('compares offers and prices, not their order', () => {
    expect(isSamePurchase(wanted, wanted.toReversed())).toBe(true)
    expect(isSamePurchase(wanted, wanted.slice(1))).toBe(false)
    expect(
      isSamePurchase(wanted, [
        { base: 100, offer: 'a' },
        { base: 201, offer: 'b' },
      ]),
    ).toBe(false)
    expect(
      isSamePurchase(
        [
          { base: 100, offer: 'a' },
          { base: 100, offer: 'a' },
        ],
        wanted,
      ),
    ).toBe(false)
  })
})
