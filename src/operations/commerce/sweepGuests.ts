import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { UNPAID_GUEST_MS } from '@/domain/commerce/guests'

/** Accounts looked at in one night; the rest waits for the next. */
const AT_ONCE = 5_000

/**
 * An account made by a guest's order that came to nothing: never proved, without a password, and every
 * order given up before the cutoff, with no word from the provider of money under way.
 */
const ABANDONED = `
  u.status = 'pending' and u.email_verified is not true
  and not exists (select 1 from auth_accounts a where a.user_id = u.id)
  and not exists (select 1 from enrollments e where e.learner_id = u.id)
  and exists (select 1 from orders o where o.buyer_id = u.id and o.guest_name is not null)
  and not exists (select 1 from orders o where o.buyer_id = u.id and (
    o.status in ('paid', 'pending') or o.guest_name is null
    or exists (select 1 from payment_events p where p.report ->> 'order' = o.id::text
      and p.type not in ('payment.failed', 'payment.expired'))))`

type Abandoned = { id: string; tenant: string }

/**
 * Removes accounts that guests' orders made and nobody ever paid for or proved, with their orders,
 * each in a transaction of its own. May run twice and at the same time; answers how many are gone.
 */
export const sweepGuests = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const cutoff = new Date(now.getTime() - UNPAID_GUEST_MS).toISOString()
  const found = await systemPool().query<Abandoned>(
    `select u.id, u.tenant_id as tenant from users u where ${ABANDONED}
     and not exists (select 1 from orders o where o.buyer_id = u.id and o.expires_at > $1)
     order by u.id limit ${AT_ONCE}`,
    [cutoff],
  )
  let gone = 0
  for (const { id, tenant } of found.rows) {
    const req = await createLocalReq({}, payload)
    const work = asTenant(tenant, () => inTransaction(req, () => erase({ id, cutoff, req })))
    gone += Number(
      await work.catch((error: unknown) => {
        payload.logger.error({ account: id, err: error }, 'An abandoned account stays.')

        return false
      }),
    )
  }

  return gone
}

/** Locks the account first, so that an order placed meanwhile is seen. */
const erase = async ({
  id,
  cutoff,
  req,
}: {
  cutoff: string
  id: string
  req: PayloadRequest
}): Promise<boolean> => {
  await rows(req, sql`select id from users where id = ${id} for update`)
  const isAbandoned = await row(
    req,
    sql`select u.id from users u where u.id = ${id} and ${sql.raw(ABANDONED)}
          and not exists (select 1 from orders o where o.buyer_id = u.id and o.expires_at > ${cutoff})`,
  )
  if (!isAbandoned) {
    return false
  }
  const theirs = sql`order_id in (select id from orders where buyer_id = ${id})`
  await rows(req, sql`delete from gateway_sessions where ${theirs}`)
  await rows(req, sql`delete from payments where ${theirs}`)
  await rows(req, sql`delete from coupon_redemptions where ${theirs}`)
  await rows(req, sql`delete from order_lines where ${theirs}`)
  await rows(req, sql`delete from orders where buyer_id = ${id}`)
  await rows(req, sql`delete from auth_verifications where value = ${id}`)
  await rows(req, sql`delete from users where id = ${id}`)

  return true
}
