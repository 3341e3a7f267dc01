import { describe, expect, it } from '@jest/globals'

import { orderNumberFrom } from './orderNumbers'
import { checkoutPath } from './paths'

describe('an order number', () => {
  it('is eight readable signs in two groups', () => {
    expect(orderNumberFrom(Uint8Array.from([0, 10, 31, 32, 255, 1, 2, 3]))).toBe('0AZ0-Z123')
    expect(() => orderNumberFrom(new Uint8Array(7))).toThrow(RangeError)
  })
})

describe('the checkout page', () => {
  it('is addressed by what is bought', () => {
    expect(checkoutPath({ coupon: 'A&B', offers: ['x', 'y'] })).toBe(
      '/checkout?offer=x&offer=y&coupon=A%26B',
    )
    expect(checkoutPath({ offers: ['x'] })).toBe('/checkout?offer=x')
  })
})
