import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'

import { tellOfRequest } from './tell'

/** Requests looked at in one round. */
const AT_ONCE = 500

/** Approved requests `p` whose time is over at a moment, and whose payment is not under way. */
const DUE = `p.status = 'approved' and p.pay_until <= $1 and not exists (
  select 1 from orders o join order_lines l on l.order_id = o.id
  where o.buyer_id = p.learner_id and l.offer_id = p.offer_id and o.status = 'pending')`

/**
 * Ends approved requests of every school that were not paid for in time, each in a transaction of its own: one that fails
 * waits for the next round and holds up no other.
 */
export const lapseRequests = async ({
  now = new Date(),
  payload,
}: {
  now?: Date
  payload: Payload
}): Promise<void> => {
  const { rows: due } = await systemPool().query<{ id: string; tenant: string }>(
    `select p.id, p.tenant_id as tenant from place_requests p where ${DUE} order by p.pay_until limit ${AT_ONCE}`,
    [now.toISOString()],
  )
  for (const { id, tenant } of due) {
    await asTenant(tenant, async () => {
      const req = await createLocalReq({}, payload)
      await inTransaction(req, () => lapse({ now, req, request: id, tenant }))
    }).catch((error: unknown) => {
      payload.logger.error({ err: error, request: id }, 'An approved place could not be ended.')
    })
  }
}

const lapse = async ({
  now,
  req,
  request,
  tenant,
}: {
  now: Date
  req: PayloadRequest
  request: string
  tenant: string
}): Promise<void> => {
  const lapsed = await row<{ course: string; learner: string }>(
    req,
    sql`update place_requests set status = 'lapsed', updated_at = now()
        where id = ${request}::uuid and status = 'approved' and pay_until <= ${now.toISOString()}::timestamptz
        returning course_id as course, learner_id as learner`,
  )
  if (lapsed) {
    await tellOfRequest({
      courses: [lapsed.course],
      learner: lapsed.learner,
      req,
      request,
      side: 'time',
      status: 'lapsed',
      tenant,
    })
  }
}
