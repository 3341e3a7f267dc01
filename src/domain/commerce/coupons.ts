import { RuleError } from '../errors'
import { checkedAmount, sumOf } from './money'

/** A moment as the database or JSON gives it. */
type Moment = Date | string

/**
 * What a coupon grants and when. Exactly one of `percentOff` (1 to 100) and `amountOff` (minor units of
 * `currency`) is set. `redemptions` are uses so far, by anyone; `usedByBuyer` those of this buyer.
 */
export type Coupon = {
  amountOff?: null | number
  currency?: null | string
  expiresAt?: Moment | null
  maxRedemptions?: null | number
  /** Offers it is for; empty or absent means all. */
  offers?: null | readonly string[]
  percentOff?: null | number
  /** How many payments of what recurs it holds for, the first one included; one where it is absent. */
  periods?: null | number
  /** Uses each buyer has; null means no limit. */
  perPerson?: null | number
  redemptions: number
  startsAt?: Moment | null
  usedByBuyer?: number
}

type Line = { amount: number; offer: string }

/** A code as it is stored and compared: capitals, without white space or invisible signs. */
export const normaliseCode = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/[\s\p{C}]+/gu, '')
    .toUpperCase()

/**
 * Refuses a coupon that this buyer cannot use now: couponNotStarted, couponExpired (at the very
 * moment of `expiresAt`), couponExhausted, couponUsed.
 */
export const checkCoupon = (coupon: Coupon, now: Date): void => {
  const { expiresAt, maxRedemptions, perPerson, redemptions, startsAt, usedByBuyer = 0 } = coupon
  if (startsAt && now < new Date(startsAt)) {
    throw new RuleError('couponNotStarted')
  }
  if (expiresAt && now >= new Date(expiresAt)) {
    throw new RuleError('couponExpired')
  }
  if (perPerson != null && usedByBuyer >= perPerson) {
    throw new RuleError('couponUsed')
  }
  if (maxRedemptions != null && redemptions >= maxRedemptions) {
    throw new RuleError('couponExhausted')
  }
}

/**
 * What the coupon takes off each line, in minor units and in the order of `lines`: never more than
 * the line. A percentage is taken of the sum of the eligible lines, half a unit rounded up. Throws
 * currencyMismatch for a fixed amount of another currency, and couponNotApplicable when nothing
 * would be taken off, so that no use is spent on nothing.
 */
export const discountsOf = ({
  coupon,
  currency,
  lines,
}: {
  coupon: Coupon
  currency: string
  lines: readonly Line[]
}): number[] => {
  const { offers } = coupon
  const eligible = lines.map(({ amount, offer }) =>
    !offers?.length || offers.includes(offer) ? amount : 0,
  )
  const subtotal = sumOf(eligible)
  if (!coupon.percentOff && coupon.amountOff && coupon.currency !== currency) {
    throw new RuleError('currencyMismatch')
  }
  const discount = Math.min(subtotal, grantedOn(subtotal, coupon))
  if (discount === 0) {
    throw new RuleError('couponNotApplicable')
  }

  return distribute(discount, eligible)
}

const grantedOn = (subtotal: number, { amountOff, percentOff }: Coupon): number => {
  if (!percentOff) {
    return checkedAmount(amountOff ?? 0)
  }
  if (!Number.isInteger(percentOff) || percentOff < 1 || percentOff > 100) {
    throw new RangeError(`${percentOff} is not a whole percentage from 1 to 100.`)
  }

  return Number((BigInt(subtotal) * BigInt(percentOff) + 50n) / 100n)
}

/**
 * Splits `total` in proportion to `weights` into whole units that sum to it exactly, by the method
 * of largest remainders (Hamilton); of equal remainders the earlier one gets the unit. No share
 * exceeds its weight while `total` does not exceed their sum.
 */
export const distribute = (total: number, weights: readonly number[]): number[] => {
  const all = BigInt(sumOf(weights))
  if (all === 0n) {
    if (total > 0) {
      throw new RangeError('Nothing to distribute over.')
    }

    return weights.map(() => 0)
  }
  const whole = BigInt(checkedAmount(total))
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight)

    return { index, remainder: product % all, share: Number(product / all) }
  })
  const left = total - shares.reduce((sum, { share }) => sum + share, 0)
  const favoured = shares
    .toSorted((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder))
    .slice(0, left)
  const plus = new Set(favoured.map(({ index }) => index))

  return shares.map(({ index, share }) => share + Number(plus.has(index)))
}
