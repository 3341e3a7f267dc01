import type { MovedLine } from './earnings'

import { RuleError } from '../errors'
import { distribute } from './coupons'
import { portionOf, sumOf } from './money'

/** Where a refund stands: asked of the provider, given back, or refused by it. */
export const REFUND_STATUSES = ['pending', 'succeeded', 'failed'] as const

export type RefundStatus = (typeof REFUND_STATUSES)[number]

/** A line of a paid order in minor units, and what refunds took of it so far, those under way included. */
export type RefundableLine = {
  id: string
  refunded: { tax: number; total: number }
  tax: number
  total: number
}

/** What is to go back: a sum over all the order, or sums of its lines; in minor units. */
export type RefundWish = { amount: number } | { lines: readonly { amount: number; line: string }[] }

/** What of a line has not been given back yet, in minor units. */
export const leftOf = ({ refunded, total }: RefundableLine): number =>
  Math.max(0, total - refunded.total)

/**
 * What a refund takes of each line, in minor units: a sum over the order goes over its lines in proportion to what is
 * left of them. The tax given back is, after each refund, the share of the line's tax that was refunded of the line,
 * rounded to the nearest unit: whole refunds return the whole tax, in however many steps. Throws
 * nothingToRefund for a sum of nothing, refundTooMuch for more than is left, and lineUnknown for a line of another order.
 */
export const refundedLines = (lines: readonly RefundableLine[], wish: RefundWish): MovedLine[] => {
  const shares = 'amount' in wish ? overAll(lines, wish.amount) : ofLines(lines, wish.lines)
  if (sumOf(shares) === 0) {
    throw new RuleError('nothingToRefund')
  }

  return lines.flatMap((line, index) => {
    const share = shares[index] ?? 0
    if (share > leftOf(line)) {
      throw new RuleError('refundTooMuch')
    }
    if (share === 0) {
      return []
    }
    const tax = portionOf(line.tax, line.refunded.total + share, line.total) - line.refunded.tax

    return [{ id: line.id, net: share - tax, tax }]
  })
}

const overAll = (lines: readonly RefundableLine[], amount: number): number[] => {
  const left = lines.map(leftOf)
  if (amount > sumOf(left)) {
    throw new RuleError('refundTooMuch')
  }

  return distribute(amount, left)
}

const ofLines = (
  lines: readonly RefundableLine[],
  wished: readonly { amount: number; line: string }[],
): number[] => {
  if (wished.some(({ line }) => lines.every(({ id }) => id !== line))) {
    throw new RuleError('lineUnknown')
  }

  return lines.map(({ id }) =>
    sumOf(wished.filter(({ line }) => line === id).map(({ amount }) => amount)),
  )
}

/** Why nothing of an order can be given back: nobody paid for it, a dispute holds its money or took it, or a place of it is being moved. */
export type RefundRefusal = 'notRefundable' | 'orderDisputed' | 'transferUnderWay'

/** What of an order can be given back and what was, in minor units of `currency`; moments are ISO 8601. */
export type OrderRefunds = {
  currency: string
  left: number
  lines: { id: string; left: number; tax: number; title: string; total: number }[]
  /** Why nothing can go back now; null where it can. */
  refused: null | RefundRefusal
  refunds: {
    amount: number
    askedAt: string
    /** Who made it; null where it began at the provider. */
    author: null | string
    creditNote: null | { id: string; number: string }
    endsAccess: boolean
    failure: null | string
    id: string
    reason: null | string
    settledAt: null | string
    status: RefundStatus
  }[]
}
