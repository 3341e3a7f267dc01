import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { RefundableLine } from '@/domain/commerce/refunds'

import { rows } from '@/database/transaction'

/** What of each line of an order was paid and given back, refunds under way included, in minor units. */
export const refundableLines = ({
  order,
  req,
}: {
  order: string
  req: PayloadRequest
}): Promise<(RefundableLine & { title: string })[]> =>
  rows(
    req,
    sql`select l.id, l.title, l.total::float8 as total, l.tax::float8 as tax,
          json_build_object('total', coalesce(sum(g.net + g.tax), 0)::float8, 'tax', coalesce(sum(g.tax), 0)::float8) as refunded
        from order_lines l
        left join (refund_lines g join refunds r on r.id = g.refund_id and r.status <> 'failed') on g.line_id = l.id
        where l.order_id = ${order} group by l.id order by l.id`,
  )
