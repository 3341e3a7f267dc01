import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

import { applyPaymentEvent } from './applyPaymentEvent'

/** Events gone through by one job. */
const AT_ONCE = 200

type Replaying = { req: PayloadRequest; tenant: string }

/**
 * Goes through the stored events of a school again, oldest first, each in a transaction of its own, from behind the event
 * `after`; the rest is announced for another job. What was applied before changes nothing, what was never applied is.
 * Answers how many there were. Call it outside a transaction.
 */
export const replayBatch = async ({
  after,
  req,
  tenant,
}: Replaying & { after: null | string }): Promise<number> => {
  const events = await rows<{ id: string }>(
    req,
    sql`select id from payment_events where tenant_id = ${tenant} and (${after}::uuid is null or id > ${after}::uuid)
        order by id limit ${AT_ONCE}`,
  )
  for (const { id } of events) {
    await replayEvent({ event: id, req, tenant })
  }
  const last = events.at(-1)
  if (last && events.length === AT_ONCE) {
    await inTransaction(req, () =>
      announce({ data: { after: last.id }, fact: 'paymentLog.replayAsked', req, tenant }),
    )
  }

  return events.length
}

/** Makes of one stored event what it means, once more. */
const replayEvent = ({ event, req, tenant }: Replaying & { event: string }): Promise<void> =>
  inTransaction(req, () => applyPaymentEvent({ paymentEvent: event, replays: true, req, tenant }))

type Asked = {
  /** One event alone, by our id of it. */
  event?: string
  req: PayloadRequest
  /** The short name of the school, or its id. */
  school: string
}

/**
 * Replays the events of a school, or one of them, for staff of the platform: one at once, all by a worker. Answers how
 * many there are, null where there is no such school or event.
 */
export const askReplay = async ({
  event,
  req: { payload },
  school,
}: Asked): Promise<null | number> => {
  const found = await systemPool().query<{ id: string }>(
    'select id from tenants where slug = $1 or id::text = $1',
    [school],
  )
  const tenant = found.rows[0]?.id
  if (!tenant) {
    return null
  }

  return asTenant(tenant, async () => {
    const req = await createLocalReq({}, payload)
    const counted = await row<{ count: number }>(
      req,
      sql`select count(*)::int as count from payment_events
          where tenant_id = ${tenant} and (${event ?? null}::uuid is null or id = ${event ?? null}::uuid)`,
    )
    const count = counted?.count ?? 0
    if (event) {
      if (count > 0) {
        await replayEvent({ event, req, tenant })
      }

      return count || null
    }
    await inTransaction(req, () =>
      announce({ data: { after: null }, fact: 'paymentLog.replayAsked', req, tenant }),
    )

    return count
  })
}
