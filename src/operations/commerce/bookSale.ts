import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { MerchantSale } from '@/domain/commerce/merchants'

import { rows } from '@/database/transaction'
import { soldLines } from '@/domain/commerce/merchants'
import { merchantOf } from '@/domain/commerce/providers'

type Line = { base: number; id: string; tax: number; total: number }

/**
 * Writes on an order what a merchant of record made of it: that it is the seller, the tax that it charged, line by line, its
 * fee and its invoice. From a buyer who owed no tax it took that much less, and the order says so. In the transaction that
 * books the payment, under the order's lock.
 */
export const bookSale = async ({
  amount,
  order,
  provider,
  req,
  sale,
}: {
  /** What was paid, in minor units. */
  amount: number
  order: string
  provider: string
  req: PayloadRequest
  sale: MerchantSale
}): Promise<void> => {
  const placed = await rows<Line>(
    req,
    sql`select id, base::float8 as base, tax::float8 as tax, total::float8 as total from order_lines where order_id = ${order} order by id`,
  )
  const lines = JSON.stringify(soldLines(placed, { paid: amount, tax: sale.tax }))
  await rows(
    req,
    sql`update order_lines l set base = s.base, tax = s.tax, total = s.total, updated_at = now()
        from jsonb_to_recordset(${lines}::jsonb) as s(id uuid, base numeric, tax numeric, total numeric)
        where l.id = s.id and l.order_id = ${order}`,
  )
  await rows(
    req,
    sql`update orders set merchant = ${merchantOf(provider)}, merchant_fee = ${sale.fee}, merchant_invoice = ${sale.invoice},
          base = base - (total - ${amount}), tax = ${sale.tax}, total = ${amount}, updated_at = now()
        where id = ${order}`,
  )
}
