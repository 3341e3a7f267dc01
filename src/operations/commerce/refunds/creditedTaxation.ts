import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Taxation } from '@/domain/commerce/tax/taxed'

import { row } from '@/database/transaction'
import { creditedTaxes } from '@/domain/commerce/tax/taxed'

type Found = { credited: Taxation[]; tax: number; taxation: null | Taxation }

/**
 * How the sale that a refund takes from was taxed, with what the refund gives back of each tax; null where the sale was
 * not taxed. Read it under the lock on the school's credit notes.
 */
export const creditedTaxation = async ({
  refund,
  req,
}: {
  refund: string
  req: PayloadRequest
}): Promise<null | Taxation> => {
  const found = await row<Found>(
    req,
    sql`select i.taxation, (select coalesce(sum(g.tax), 0)::float8 from refund_lines g where g.refund_id = r.id) as tax,
          coalesce((select json_agg(c.taxation) from credit_notes c where c.invoice_id = i.id and c.taxation is not null), '[]') as credited
        from refunds r join invoices i on i.order_id = r.order_id where r.id = ${refund}`,
  )
  if (!found?.taxation) {
    return null
  }
  const { credited, tax, taxation } = found

  return { ...taxation, taxes: creditedTaxes({ credited, tax, taxes: taxation.taxes }) }
}
