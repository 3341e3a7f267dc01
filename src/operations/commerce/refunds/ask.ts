import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { RefundWish } from '@/domain/commerce/refunds'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { announce } from '@hooks/events/announce'

import type { AskedRefund } from './insert'

import { insertRefund } from './insert'
import { refusalOfRefund } from './refusal'

type Asked = {
  endsAccess: boolean
  /** Named by whoever asks; asked twice under one key, there is one refund. */
  key: string
  order: string
  reason: string
  req: PayloadRequest
  tenant: string
  wish: RefundWish
}

/**
 * Asks for money of an order to be given back; a worker asks the provider. Of two at once the second sees what the first
 * took. Null where the school has no such order. Throws notRefundable for an order that nobody paid for, orderDisputed while a
 * dispute holds its money or has taken it, transferUnderWay while a place of it is being moved, and what `refundedLines` refuses.
 * Runs in the caller's transaction.
 */
export const askRefund = async (asked: Asked): Promise<AskedRefund | null> => {
  const { key, order, req, tenant, wish } = asked
  const held = await row<{ payment: null | string }>(
    req,
    sql`select (select p.id from payments p where p.order_id = o.id and p.status = 'succeeded' limit 1) as payment
        from orders o where o.id = ${order} for no key update`,
  )
  if (!held) {
    return null
  }
  const earlier = await row<AskedRefund>(
    req,
    sql`select id, amount::float8 as amount, currency from refunds where key = ${key} and order_id = ${order}`,
  )
  if (earlier) {
    return earlier
  }
  if (!held.payment) {
    throw new RuleError('notRefundable')
  }
  const refusal = await refusalOfRefund({ order, req })
  if (refusal) {
    throw new RuleError(refusal)
  }
  const refund = await insertRefund({
    ...asked,
    author: req.user ? String(req.user.id) : null,
    payment: held.payment,
    providerRefund: null,
    wish,
  })
  await announce({ data: { refund: refund.id }, fact: 'refund.asked', req, tenant })

  return refund
}
