import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { SessionState } from '@/adapters/payments/types'

import { paymentsOf } from '@/adapters/payments/index'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

import { releaseCoupon } from './coupons'
import { settleOrder } from './settleOrder'

type Overdue = { id: string; provider: null | string; session: null | string; tenant: string }

/** Orders looked at in one round; the rest waits for the next. */
const AT_ONCE = 500

/**
 * Ends open orders whose time is over, and gives their coupons back, each order once and in a
 * transaction of its own. The provider is asked first: an order it calls paid becomes paid although
 * its event was lost, and one it cannot be asked about waits for the next round. Answers how many
 * expired.
 */
export const expireOrders = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const { rows: overdue } = await systemPool().query<Overdue>(
    `select id, provider, session, tenant_id as tenant from orders
     where status = 'pending' and expires_at <= $1 order by expires_at limit ${AT_ONCE}`,
    [now.toISOString()],
  )
  let expired = 0
  for (const order of overdue) {
    const isExpired = await asTenant(order.tenant, () => expireOrder(payload, order)).catch(
      (error: unknown) => {
        payload.logger.warn(
          { err: error, order: order.id },
          'An overdue order waits for the next round.',
        )

        return false
      },
    )
    expired += Number(isExpired)
  }

  return expired
}

const expireOrder = async (
  payload: Payload,
  { id, provider, session, tenant }: Overdue,
): Promise<boolean> => {
  const req = await createLocalReq({}, payload)
  const payments = await paymentsOf(provider, req)
  const state: null | SessionState = payments && session ? await payments.lookUp(session) : null
  if (payments && session && state?.status === 'paid') {
    const paid = { ...state, payment: state.payment ?? session, provider: payments.name, session }
    await inTransaction(req, () =>
      settleOrder({ type: 'payment.succeeded', order: id, paid, req, tenant }),
    )

    return false
  }
  if (payments && session && state?.status === 'open') {
    await payments.closeSession(session)
  }

  return inTransaction(req, async () => {
    const expired = await row(
      req,
      sql`update orders set status = 'expired', updated_at = now() where id = ${id} and status = 'pending' returning id`,
    )
    if (expired) {
      await releaseCoupon(req, id)
      await announce({ data: { order: id }, fact: 'order.expired', req, tenant })
    }

    return Boolean(expired)
  })
}
