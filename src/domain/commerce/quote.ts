import type { Coupon } from './coupons'

import { RuleError } from '../errors'
import { checkCoupon, discountsOf } from './coupons'
import { checkedAmount, sumOf } from './money'

/** One thing to be bought, at its price in minor units. */
export type PricedLine = { amount: number; currency: string; offer: string }

/**
 * What one line costs, in minor units: `total` is `base` less `discount`, plus `tax` unless the price holds it
 * already.
 */
type QuoteLine = {
  base: number
  discount: number
  offer: string
  tax: number
  total: number
}

/** What a tip comes to, in minor units: no coupon takes anything off it, and it is taxed as what is bought. */
type QuotedTip = Omit<QuoteLine, 'offer'>

/** What a purchase costs, in minor units; each figure is the sum of its lines and of the tip. */
export type Quote = Omit<QuoteLine, 'offer'> & {
  currency: string
  lines: QuoteLine[]
  /** Left out where none is given. */
  tip?: QuotedTip
}

/** The tax of lines that cost `amounts` with their discounts taken off, in minor units and in their order. */
export type TaxOn = (amounts: readonly number[]) => {
  isIncluded: boolean
  lines: readonly number[]
}

const untaxed: TaxOn = (amounts) => ({ isIncluded: true, lines: amounts.map(() => 0) })

/**
 * The price of a purchase: page, checkout, provider and receipt all show these numbers. Throws
 * notForSale for an empty purchase, currencyMismatch for lines or a fixed coupon of different
 * currencies, and whatever the coupon's own rules refuse.
 */
export const quote = ({
  coupon,
  lines,
  now,
  taxOn = untaxed,
  tip = 0,
}: {
  coupon?: Coupon | null
  lines: readonly PricedLine[]
  now: Date
  /** What is charged as tax; nothing where it is left out. */
  taxOn?: TaxOn
  /** In minor units of the lines' currency. */
  tip?: number
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
  const cut = lines.map(({ amount, offer }, index) => ({
    base: checkedAmount(amount),
    discount: discounts[index] ?? 0,
    offer,
  }))
  const thanks = tip > 0 ? { base: checkedAmount(tip), discount: 0 } : null
  const taxed = taxOn(amountsOf({ lines: cut, ...(thanks && { tip: thanks }) }))
  const withTax = <Line extends { base: number; discount: number }>(line: Line, index: number) => {
    const tax = checkedAmount(taxed.lines[index] ?? 0)
    const added = taxed.isIncluded ? 0 : tax

    return { ...line, tax, total: line.base - line.discount + added }
  }
  const quoted = cut.map(withTax)
  const tipped = thanks && withTax(thanks, cut.length)
  const sum = (figure: 'base' | 'discount' | 'tax' | 'total') =>
    sumOf([...quoted, ...(tipped ? [tipped] : [])].map((line) => line[figure]))

  return {
    base: sum('base'),
    currency,
    discount: sum('discount'),
    lines: quoted,
    tax: sum('tax'),
    ...(tipped && { tip: tipped }),
    total: sum('total'),
  }
}

type Cut = Pick<QuoteLine, 'base' | 'discount'>

/** What lines cost with their discounts taken off, and the tip after them, in minor units: what tax is calculated on. */
export const amountsOf = ({ lines, tip }: { lines: readonly Cut[]; tip?: Cut }): number[] =>
  [...lines, ...(tip ? [tip] : [])].map(({ base, discount }) => base - discount)
