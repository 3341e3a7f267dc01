import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LineSplit, ReturnedLine } from '@/domain/commerce/earnings'
import type { RefundableLine } from '@/domain/commerce/refunds'

import { rows } from '@/database/transaction'
import { sumOf } from '@/domain/commerce/money'
import { leftOf, refundedLines } from '@/domain/commerce/refunds'

import { splitOf } from '../ledger/returnedLines'

type Given = { amount: number; order: string; req: PayloadRequest; tenant: string }

/**
 * What a dispute over so much takes of each line of its order, in proportion to what refunds and other disputes left of it,
 * and `over`, what it takes beyond that; in minor units.
 */
export const disputedLines = async ({
  amount,
  order,
  req,
  tenant,
}: Given): Promise<{ lines: ReturnedLine[]; over: number }> => {
  const found = await rows<RefundableLine & { split: LineSplit }>(
    req,
    sql`select l.id, l.total::float8 as total, l.tax::float8 as tax, ${splitOf(tenant)} as split,
          json_build_object(
            'total', (coalesce(given.net + given.tax, 0) + taken.net + taken.tax)::float8,
            'tax', (coalesce(given.tax, 0) + taken.tax)::float8) as refunded
        from order_lines l
        left join lateral (select sum(g.net) as net, sum(g.tax) as tax from refund_lines g join refunds r on r.id = g.refund_id
          where g.line_id = l.id and r.status <> 'failed') given on true
        left join lateral (
          select coalesce(sum(e.amount) filter (where e.account in ('disputes', 'merchantTax')), 0) as net,
            coalesce(sum(case e.account when 'tax' then e.amount when 'merchantTax' then -e.amount end), 0) as tax
          from ledger_entries e where e.tenant_id = ${tenant}::uuid and e.order_id = l.order_id and e.line_id = l.id and e.kind = 'dispute') taken on true
        where l.order_id = ${order} order by l.id`,
  )
  const wish = Math.min(amount, sumOf(found.map(leftOf)))
  const moved = wish > 0 ? refundedLines(found, { amount: wish }) : []
  const lines = moved.flatMap((line): ReturnedLine[] => {
    const of = found.find(({ id }) => id === line.id)

    return of
      ? [
          {
            ...line,
            refunded: of.refunded.total - of.refunded.tax + line.net,
            sold: of.total - of.tax,
            split: of.split,
          },
        ]
      : []
  })

  return { lines, over: amount - wish }
}
