import { checkedAmount } from './money'

/** The period that was paid for, and at what price; the price in minor units. */
export type PaidPeriod = { from: Date; paid: number; until: Date }

/** What changing a plan costs now, in minor units: `credit` for the unused part, `due` to pay, `left` to set off later. */
export type Proration = { credit: number; due: number; left: number }

/**
 * What is unused of a period at `now`, in minor units: the price times the time that is left, over the whole, rounded
 * down, so that no more is given back than was paid. Nothing once it is over, all of it before it began.
 */
export const unusedOf = ({ from, paid, until }: PaidPeriod, now: Date): number => {
  const whole = BigInt(Math.max(1, until.getTime() - from.getTime()))
  const left = BigInt(Math.max(0, until.getTime() - Math.max(now.getTime(), from.getTime())))

  return Number((BigInt(checkedAmount(paid)) * left) / whole)
}

/**
 * Another plan from `now` on: its first period is charged, the unused part of the present one and what was credited
 * before are taken off; what they are worth more than the new period is set off against those that follow.
 */
export const prorate = ({
  amount,
  credit,
  now,
  period,
}: {
  /** Price of a period of the new plan, in minor units. */
  amount: number
  /** What is credited already, in minor units. */
  credit: number
  now: Date
  period: PaidPeriod
}): Proration => {
  const all = checkedAmount(credit) + unusedOf(period, now)
  const used = Math.min(all, checkedAmount(amount))

  return { credit: all, due: amount - used, left: all - used }
}
