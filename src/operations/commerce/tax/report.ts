import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Period, TaxedDocument, TaxReportRow } from '@/domain/commerce/tax/report'

import { rows } from '@/database/transaction'
import { taxReport } from '@/domain/commerce/tax/report'

/** What a school sold in a period, by days of its own time zone, as it is told to a tax office. */
export const taxReportOf = async ({
  period: { from, to },
  req,
  tenant,
}: {
  period: Period
  req: PayloadRequest
  tenant: string
}): Promise<TaxReportRow[]> => {
  const documents = await rows<TaxedDocument & { base: string }>(
    req,
    sql`select t.settings_currency as base, d.exchange, d.kind, d.currency, d.tax::float8 as tax, d.total::float8 as total, d.taxation
        from tenants t cross join lateral (
          select 'invoice' as kind, i.tenant_id, i.issued_at, i.currency, i.tax, i.total, i.taxation, o.exchange
          from invoices i left join orders o on o.id = i.order_id
          union all select 'creditNote', n.tenant_id, n.issued_at, n.currency, n.tax, n.total, n.taxation, o.exchange
          from credit_notes n left join refunds r on r.id = n.refund_id left join orders o on o.id = r.order_id) d
        where t.id = ${tenant} and d.tenant_id = t.id
          and d.issued_at >= ${from}::date::timestamp at time zone t.settings_time_zone
          and d.issued_at < (${to}::date + 1)::timestamp at time zone t.settings_time_zone`,
  )

  return taxReport(documents, documents[0]?.base)
}
