import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { paymentsOf } from '@/adapters/payments/index'
import { row } from '@/database/transaction'

/**
 * Where the invoice of an order that a merchant of record sold can be had for a while; null where there is no such order,
 * and while the merchant has none. Call it outside a transaction; throws PaymentUnavailable while the merchant cannot be asked.
 */
export const merchantInvoice = async ({
  order,
  req,
  tenant,
}: {
  order: string
  req: PayloadRequest
  tenant: string
}): Promise<null | string> => {
  const sold = await row<{ payment: string; provider: string }>(
    req,
    sql`select p.provider, p.provider_payment as payment from orders o join payments p on p.order_id = o.id
        where o.id = ${order} and o.tenant_id = ${tenant} and o.merchant is not null and p.status = 'succeeded' limit 1`,
  )
  const payments = sold && (await paymentsOf(sold.provider, req))

  return (sold && (await payments?.documentOf?.(sold.payment))) ?? null
}
