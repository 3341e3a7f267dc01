import { z } from 'zod'

import type { MerchantSale } from '@/domain/commerce/merchants'
import type { SessionState } from './types'

import { sumOf } from '@/domain/commerce/money'

/** An amount as Paddle writes it: a whole number of the currency's lowest denomination, as text. */
const digits = z.string().regex(/^\d+$/).transform(Number)
const perhaps = digits.nullish()

const currency = z.string().length(3)

/** What we wrote on a transaction; `closed` once nobody should pay it. */
const ours = z.object({ closed: z.string().optional(), order: z.string(), tenant: z.string() })

/** A transaction, as far as it is read. */
export const transactionShape = z.object({
  id: z.string(),
  billed_at: z.iso.datetime({ offset: true }).nullish(),
  checkout: z.object({ url: z.string().nullish() }).nullish(),
  created_at: z.iso.datetime({ offset: true }),
  currency_code: currency,
  custom_data: z.unknown().transform((given) => ours.safeParse(given).data),
  details: z.object({
    line_items: z.array(z.object({ id: z.string(), totals: z.object({ total: digits }) })),
    totals: z.object({ discount: perhaps, fee: perhaps, tax: digits, total: digits }),
  }),
  invoice_number: z.string().nullish(),
  items: z.array(
    z.object({ price: z.object({ unit_price: z.object({ amount: digits }) }), quantity: z.int() }),
  ),
  status: z.string(),
})

export type Transaction = z.output<typeof transactionShape>

/** An adjustment: money on its way back, be it refunded or taken back by the buyer's bank. */
export const adjustmentShape = z.object({
  id: z.string(),
  action: z.string(),
  created_at: z.iso.datetime({ offset: true }),
  currency_code: currency,
  items: z.array(z.object({ amount: perhaps, item_id: z.string() })),
  payout_totals: z
    .object({
      chargeback_fee: z
        .object({
          amount: perhaps,
          original: z.object({ amount: digits, currency_code: currency }).nullish(),
        })
        .nullish(),
      currency_code: currency,
    })
    .nullish(),
  reason: z.string().nullish(),
  status: z.string(),
  totals: z.object({ earnings: perhaps, total: digits }),
  transaction_id: z.string(),
})

export type Adjustment = z.output<typeof adjustmentShape>

/** Answers with one thing under `data`. */
export const answerOf = <T>(shape: z.ZodType<T>) => z.object({ data: shape })

/** What Paddle made of a sale, once it has settled its fee. */
export const saleOf = ({ details, invoice_number, items }: Transaction): MerchantSale => ({
  asked: sumOf(items.map(({ price, quantity }) => price.unit_price.amount * quantity)),
  discount: details.totals.discount ?? 0,
  fee: details.totals.fee ?? 0,
  invoice: invoice_number ?? null,
  tax: details.totals.tax,
})

/** Whether money was taken, and its fee and the invoice are known. */
export const isCompleted = ({ status }: Pick<Transaction, 'status'>): boolean =>
  status === 'completed'

/** How the page of a transaction stands. One that is paid is open until Paddle has settled it, which takes moments. */
export const stateOfTransaction = (transaction: Transaction): SessionState => {
  const { id, currency_code, custom_data, details, status } = transaction
  const isPaid = isCompleted(transaction)
  const { asked } = saleOf(transaction)

  return {
    amount: isPaid ? details.totals.total : asked,
    currency: currency_code,
    payment: isPaid ? id : null,
    ...(isPaid && { sale: saleOf(transaction) }),
    status: isPaid
      ? 'paid'
      : status === 'canceled' || (custom_data?.closed && status !== 'paid')
        ? 'expired'
        : 'open',
  }
}
