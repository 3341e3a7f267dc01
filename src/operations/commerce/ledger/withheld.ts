import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { DirectPayment } from '@/adapters/payments/types'

import { row } from '@/database/transaction'
import { portionOf } from '@/domain/commerce/money'

import { HAS_KEYS } from '../ownAccount'

type Gone = {
  direct: DirectPayment | null
  isOwn: boolean
  /** What this refund, and what it with those before it, gave back, in minor units. */
  now: number
  refunded: number
  total: number
}

/**
 * What the platform kept of an order's money: all of it, said as null; nothing, where it was paid to an account with the provider
 * that is the school's own; or its fee alone, where the money went on to the school's account at once. Of a refund, what of
 * that the platform gave back, as the provider does it: in proportion, and nothing where it keeps its fee.
 */
export const withheldOf = async ({
  keepsFee = false,
  order,
  refund = null,
  req,
}: {
  keepsFee?: boolean
  order: string
  refund?: null | string
  req: PayloadRequest
}): Promise<null | number> => {
  const gone = await row<Gone>(
    req,
    sql`select case when o.provider = 'stripe' then o.direct end as direct, o.total::float8 as total,
          exists (select 1 from payment_accounts a where a.tenant_id = o.tenant_id and a.provider::text = o.provider and ${HAS_KEYS}) as "isOwn",
          coalesce((select sum(r.amount) from refunds r where r.order_id = o.id
            and (r.status = 'succeeded' or r.id = ${refund}::uuid)), 0)::float8 as refunded,
          coalesce((select r.amount from refunds r where r.id = ${refund}::uuid), 0)::float8 as now
        from orders o where o.id = ${order}`,
  )
  if (!gone?.direct) {
    return gone?.isOwn ? 0 : null
  }
  const { direct, now, refunded, total } = gone
  const { fee } = direct

  return refund === null
    ? fee
    : keepsFee
      ? 0
      : portionOf(fee, refunded, total) - portionOf(fee, refunded - now, total)
}
