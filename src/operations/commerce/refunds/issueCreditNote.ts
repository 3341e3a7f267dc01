import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { creditNoteNumber } from '@/domain/commerce/invoices'

import { creditedTaxation } from './creditedTaxation'

/**
 * Issues the credit note of a refund, in the transaction that settles it: the next number of the school, to the parties
 * of the invoice, in its language. A school's credit notes are issued one after the other, each until its transaction
 * ends; a second call for a refund issues nothing.
 */
export const issueCreditNote = async ({
  refund,
  req,
  tenant,
}: {
  refund: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  await rows(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`creditNotes:${tenant}`}, 0))`,
  )
  const next = await row<{ sequence: number }>(
    req,
    sql`select coalesce(max(sequence), 0)::int + 1 as sequence from credit_notes where tenant_id = ${tenant}`,
  )
  const sequence = next?.sequence ?? 1
  const taxation = await creditedTaxation({ refund, req })
  await rows(
    req,
    sql`insert into credit_notes (id, tenant_id, number, sequence, refund_id, invoice_id, issued_at, base, discount, tax, total,
          currency, reason, seller, buyer, lines, taxation, locale, time_zone)
        select uuidv7(), ${tenant}::uuid, ${creditNoteNumber(sequence)}, ${sequence}, r.id, i.id, now(), s.base, 0, s.tax, s.total,
          r.currency, r.reason, i.seller, i.buyer, s.lines, ${taxation && JSON.stringify(taxation)}::jsonb, i.locale, i.time_zone
        from refunds r join invoices i on i.order_id = r.order_id cross join lateral (
          select sum(g.net + g.tax * k.held) as base, sum(g.tax) as tax, sum(g.net + g.tax) as total,
            jsonb_agg(jsonb_build_object('title', l.title, 'base', g.net + g.tax * k.held, 'discount', 0,
              'tax', g.tax, 'total', g.net + g.tax) order by l.id) as lines
          from refund_lines g join order_lines l on l.id = g.line_id
            cross join (select coalesce((i.taxation ->> 'isIncluded')::boolean, false)::int as held) k where g.refund_id = r.id) s
        where r.id = ${refund} and not exists (select 1 from credit_notes c where c.refund_id = r.id)`,
  )
}
