import type { Money } from './money'
import type { PaymentRefusal } from './orders'

import { distribute } from './coupons'
import { sumOf } from './money'
import { refusalOf } from './orders'

/**
 * What a merchant of record made of a sale, in minor units: `asked` is what it was told to charge, `discount` what it took
 * off by itself, `tax` what it keeps for the state and `fee` for itself, both out of what was paid. `invoice` is the number
 * of its own invoice.
 */
export type MerchantSale = {
  asked: number
  discount: number
  fee: number
  invoice: null | string
  tax: number
}

/**
 * Whether money that a merchant of record took pays for an order: what it was told to charge is the order's total, and it
 * took that, or the tax in it less from a buyer who owes none. Null means it does.
 */
export const merchantRefusal = ({
  order,
  paid,
  sale: { asked, discount, tax },
}: {
  order: { currency: string; session?: null | string; total: number }
  paid: Money & { session: string }
  sale: MerchantSale
}): null | PaymentRefusal => {
  const refusal = refusalOf({ order, paid: { ...paid, amount: order.total } })
  const isAsked = order.total === asked || order.total === paid.amount
  const isWhole = paid.amount === asked || (paid.amount < asked && paid.amount > 0 && tax === 0)

  return refusal ?? (isAsked && isWhole && discount === 0 ? null : 'amountMismatch')
}

type SoldLine = { id: string; base: number; tax: number; total: number }

/**
 * The lines of an order as a merchant of record sold them: what was paid goes over them in proportion, exactly, and so does
 * the tax in it. Of a price from which the tax was taken off the rest is left.
 */
export const soldLines = (
  lines: readonly SoldLine[],
  { paid, tax }: { paid: number; tax: number },
): SoldLine[] => {
  const totals = distribute(
    paid,
    lines.map(({ total }) => total),
  )
  const taxes = distribute(tax, totals)

  return lines.map((line, index) => {
    const total = totals[index] ?? 0

    return {
      id: line.id,
      base: line.base - (line.total - total),
      tax: taxes[index] ?? 0,
      total,
    }
  })
}

/** What of its fee a merchant of record gives back with a refund, in minor units: what the buyer gets and neither the state nor the school loses. */
export const returnedFee = ({
  earnings,
  lines,
}: {
  /** What it takes back of the school's earnings; null where it does not say, and then keeps its fee. */
  earnings: null | number
  lines: readonly { net: number }[]
}): number => (earnings === null ? 0 : sumOf(lines.map(({ net }) => net)) - earnings)
