import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { afterEndNow, RUNNING } from '@/domain/commerce/subscriptions'

import { holdSubscription, saveState } from '../subscriptions/store'

/**
 * Ends at once the subscription or plan that a refunded order was for, where the refund ends access: nothing more is
 * charged, and what it opened closes. Twice is once. Runs in the caller's transaction.
 */
export const endRefundedPlan = async ({
  refund,
  req,
  tenant,
}: {
  refund: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const found = await row<{ subscription: string }>(
    req,
    sql`select o.subscription_id as subscription from refunds r join orders o on o.id = r.order_id
        where r.id = ${refund} and r.status = 'succeeded' and r.ends_access and o.subscription_id is not null`,
  )
  if (found) {
    await endAtOnce({ ...found, req, tenant })
  }
}

/** The same for an order whose money a lost dispute took, where the school closes what is contested. */
export const endDisputedPlan = async ({
  dispute,
  req,
  tenant,
}: {
  dispute: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const found = await row<{ subscription: string }>(
    req,
    sql`select o.subscription_id as subscription from disputes d join orders o on o.id = d.order_id join tenants t on t.id = d.tenant_id
        where d.id = ${dispute} and d.state = 'lost' and o.subscription_id is not null
          and coalesce(t.settings_dispute_access::text, 'suspend') = 'suspend'`,
  )
  if (found) {
    await endAtOnce({ ...found, req, tenant })
  }
}

const endAtOnce = async ({
  req,
  subscription,
  tenant,
}: {
  req: PayloadRequest
  subscription: string
  tenant: string
}): Promise<void> => {
  const held = await holdSubscription({ id: subscription, req })
  if (held && RUNNING.includes(held.state.status)) {
    const state = afterEndNow(held.state, new Date())
    await saveState({ id: held.id, req, state, tenant })
  }
}
