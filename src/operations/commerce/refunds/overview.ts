import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OrderRefunds } from '@/domain/commerce/refunds'

import { row, rows } from '@/database/transaction'
import { sumOf } from '@/domain/commerce/money'
import { leftOf } from '@/domain/commerce/refunds'

import { refundableLines } from './refundable'
import { refusalOfRefund } from './refusal'

/** What of an order can go back and what did; nothing can of one that nobody paid for. Null where the school has no such order. */
export const refundsOf = async ({
  order,
  req,
}: {
  order: string
  req: PayloadRequest
}): Promise<null | OrderRefunds> => {
  const found = await row<{ currency: string }>(
    req,
    sql`select currency from orders where id = ${order}`,
  )
  if (!found) {
    return null
  }
  const refused = await refusalOfRefund({ order, req })
  const isPaid = refused !== 'notRefundable'
  const lines = (isPaid ? await refundableLines({ order, req }) : []).map((line) => ({
    id: line.id,
    left: leftOf(line),
    tax: line.tax,
    title: line.title,
    total: line.total,
  }))
  const refunds = await rows<OrderRefunds['refunds'][number]>(
    req,
    sql`select r.id, r.amount::float8 as amount, r.status::text as status, r.reason, coalesce(r.ends_access, false) as "endsAccess",
          r.failure, u.name as author, to_json(r.created_at) #>> '{}' as "askedAt", to_json(r.settled_at) #>> '{}' as "settledAt",
          (select json_build_object('id', c.id, 'number', c.number) from credit_notes c where c.refund_id = r.id) as "creditNote"
        from refunds r left join users u on u.id = r.author_id where r.order_id = ${order} order by r.id desc`,
  )

  return {
    currency: found.currency,
    left: sumOf(lines.map(({ left }) => left)),
    lines,
    refunds,
    refused,
  }
}
