import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ReturnedLine } from '@/domain/commerce/earnings'

import { rows } from '@/database/transaction'

import { earnedOf } from './earnedOf'

/** How the sale of the order's line `l` was split by the books, as JSON. */
export const splitOf = (tenant: string): SQL => sql`json_build_object('line', l.id,
  'fee', coalesce((select sum(e.amount) from ledger_entries e where e.order_id = l.order_id and e.line_id = l.id
    and e.tenant_id = ${tenant}::uuid and e.kind = 'payment' and e.account = 'platformFee'), 0)::float8,
  'earned', ${earnedOf({ line: sql`l.id`, tenant })})`

/**
 * The lines of a refund, with what refunds that succeeded took of each, this one counted in, and how its sale was split by the
 * books.
 */
export const returnedLines = ({
  refund,
  req,
  tenant,
}: {
  refund: string
  req: PayloadRequest
  tenant: string
}): Promise<ReturnedLine[]> =>
  rows(
    req,
    sql`select g.line_id as id, g.net::float8 as net, g.tax::float8 as tax, (l.total - l.tax)::float8 as sold,
          (select sum(o.net) from refund_lines o join refunds r on r.id = o.refund_id
           where o.line_id = g.line_id and (r.status = 'succeeded' or r.id = g.refund_id))::float8 as refunded,
          ${splitOf(tenant)} as split
        from refund_lines g join order_lines l on l.id = g.line_id
        where g.refund_id = ${refund} order by g.line_id`,
  )
