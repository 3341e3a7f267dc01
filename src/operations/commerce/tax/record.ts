import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { stripeTaxIfSet } from '@/adapters/tax/index'
import { row } from '@/database/transaction'

type Given = { req: PayloadRequest; tenant: string }

type Sold = { calculation: null | string; transaction: null | string }

/**
 * Has whoever calculated the tax of a paid order count it, once; answers the number of that, null where nobody counts.
 * Call it outside a transaction; throws TaxUnavailable while nobody answers.
 */
export const recordSale = async ({
  order,
  req,
}: { order: string } & Given): Promise<null | string> => {
  const sold = await row<Sold>(
    req,
    sql`select taxation ->> 'reference' as calculation, tax_transaction as transaction from orders
        where id = ${order} and status = 'paid' and total > 0`,
  )
  const record = sold?.calculation ? stripeTaxIfSet()?.record : undefined
  if (!sold?.calculation || sold.transaction || !record) {
    return sold?.transaction ?? null
  }
  const made = await record({ calculation: sold.calculation, sale: order })
  const kept = await row<{ transaction: string }>(
    req,
    sql`update orders set tax_transaction = coalesce(tax_transaction, ${made}) where id = ${order} returning tax_transaction as transaction`,
  )

  return kept?.transaction ?? null
}

type Returned = { amount: number; currency: string; isWhole: boolean; order: string }

/** Takes back of a counted sale what a refund gave back, once. Call it outside a transaction; throws TaxUnavailable. */
export const recordReturn = async ({
  refund,
  req,
  tenant,
}: { refund: string } & Given): Promise<void> => {
  const returned = await row<Returned>(
    req,
    sql`select r.amount::float8 as amount, r.currency, r.order_id as "order", r.amount = o.total as "isWhole"
        from refunds r join orders o on o.id = r.order_id where r.id = ${refund} and r.status = 'succeeded'`,
  )
  const transaction = returned && (await recordSale({ order: returned.order, req, tenant }))
  if (!returned || !transaction) {
    return
  }
  const { amount, currency, isWhole } = returned
  await stripeTaxIfSet()?.takeBack?.({
    amount: isWhole ? null : amount,
    currency,
    refund,
    transaction,
  })
}
