import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { RefundWish } from '@/domain/commerce/refunds'

import { row, rows } from '@/database/transaction'
import { sumOf } from '@/domain/commerce/money'
import { refundedLines } from '@/domain/commerce/refunds'

import { refundableLines } from './refundable'

/** A refund that was asked for: `amount` in minor units. */
export type AskedRefund = { amount: number; currency: string; id: string }

type New = {
  author: null | string
  endsAccess: boolean
  key: string
  order: string
  payment: string
  /** The provider's id, where the refund began there. */
  providerRefund: null | string
  reason: null | string
  req: PayloadRequest
  tenant: string
  wish: RefundWish
}

/** Writes a refund down with its lines, under way; the caller holds the lock of the order. Throws what `refundedLines` refuses. */
export const insertRefund = async ({
  author,
  endsAccess,
  key,
  order,
  payment,
  providerRefund,
  reason,
  req,
  tenant,
  wish,
}: New): Promise<AskedRefund> => {
  const lines = refundedLines(await refundableLines({ order, req }), wish)
  const amount = sumOf(lines.flatMap(({ net, tax }) => [net, tax]))
  const written = await row<AskedRefund>(
    req,
    sql`insert into refunds (id, tenant_id, key, order_id, payment_id, amount, currency, status, reason, ends_access, author_id, provider_refund)
        select uuidv7(), ${tenant}::uuid, ${key}, ${order}::uuid, p.id, ${amount}, p.currency, 'pending', ${reason}, ${endsAccess},
          (select u.id from users u where u.id = ${author}::uuid and u.tenant_id = ${tenant}::uuid), ${providerRefund}
        from payments p where p.id = ${payment}
        returning id, amount::float8 as amount, currency`,
  )
  if (!written) {
    throw new Error('A refund was not written down.')
  }
  await rows(
    req,
    sql`insert into refund_lines (id, tenant_id, refund_id, line_id, net, tax)
        select uuidv7(), ${tenant}::uuid, ${written.id}::uuid, g.id, g.net, g.tax
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as g(id uuid, net numeric, tax numeric)`,
  )

  return written
}
