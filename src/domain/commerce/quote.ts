import type { Coupon } from './coupons'

import { RuleError } from '../errors'
import { checkCoupon, discountsOf } from './coupons'
import { checkedAmount, sumOf } from './money'

/** One thing to be bought, at its price in minor units. */
export type PricedLine = { amount: number; currency: string; offer: string }

/** What one line costs, in minor units: `total` is `base` less `discount` plus `tax`. */
type QuoteLine = {
  base: number
  discount: number
  offer: string
  tax: number
  total: number
}

/** What a purchase costs, in minor units; each figure is the sum of its lines. */
export type Quote = Omit<QuoteLine, 'offer'> & { currency: string; lines: QuoteLine[] }

/**
 * The price of a purchase: page, checkout, provider and receipt all show these numbers. Throws
 * notForSale for an empty purchase, currencyMismatch for lines or a fixed coupon of different
 * currencies, and whatever the coupon's own rules refuse.
 */
export const quote = ({
  coupon,
  lines,
  now,
}: {
  coupon?: Coupon | null
  lines: readonly PricedLine[]
  now: Date
}): Quote => {
  const [first] = lines
  if (!first) {
    throw new RuleError('notForSale')
  }
  const { currency } = first
  if (lines.some((line) => line.currency !== currency)) {
    throw new RuleError('currencyMismatch')
  }
  if (coupon) {
    checkCoupon(coupon, now)
  }
  const discounts = coupon ? discountsOf({ coupon, currency, lines }) : []
  const quoted = lines.map(({ amount, offer }, index) => {
    const base = checkedAmount(amount)
    const discount = discounts[index] ?? 0

    return { base, discount, offer, tax: 0, total: base - discount }
  })
  const sum = (figure: 'base' | 'discount' | 'tax' | 'total') =>
    sumOf(quoted.map((line) => line[figure]))

  return {
    base: sum('base'),
    currency,
    discount: sum('discount'),
    lines: quoted,
    tax: sum('tax'),
    total: sum('total'),
  }
}
