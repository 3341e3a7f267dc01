import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { OFFER_HOURS } from '@/domain/learning/waitlist'
import { HOLDERS, JOINABLE } from '@/operations/commerce/cohortPlaces'
import { announceAll } from '@hooks/events/announce'

type Offering = { cohort: string; now?: Date; req: PayloadRequest; tenant: string }

/**
 * Ends offers of a cohort whose time is over, and offers each free place to the next in its queue: to as many people as
 * there are places, and never two for one, since the cohort is held until the transaction ends. Announces what changed.
 * Runs in the caller's transaction.
 */
export const offerPlaces = async ({
  cohort,
  now = new Date(),
  req,
  tenant,
}: Offering): Promise<void> => {
  await rows(req, sql`select 1 from cohorts where id = ${cohort} for no key update`)
  const lapsed = await rows<{ entry: string }>(
    req,
    sql`update waitlist_entries set status = 'lapsed', updated_at = now()
        where cohort_id = ${cohort} and status = 'offered' and offered_until <= ${now.toISOString()}::timestamptz
        returning id as entry`,
  )
  const offered = await rows<{ entry: string }>(
    req,
    sql`update waitlist_entries w set status = 'offered', updated_at = now(), offered_at = ${now.toISOString()}::timestamptz,
          offered_until = ${now.toISOString()}::timestamptz + coalesce(n.hours, ${OFFER_HOURS}) * interval '1 hour'
        from (select o.id, k.offer_hours::int as hours
          from cohorts k
          cross join lateral (select count(*)::int as taken from (${HOLDERS}) h) t
          cross join lateral (select q.id from waitlist_entries q where q.cohort_id = k.id and q.status = 'waiting'
            order by q.rank, q.id limit case when k.capacity is not null then greatest(k.capacity::int - t.taken, 0) end) o
          where k.id = ${cohort} and (${JOINABLE})) n
        where w.id = n.id and w.status = 'waiting' returning w.id as entry`,
  )
  for (const [status, changed] of [
    ['lapsed', lapsed],
    ['offered', offered],
  ] as const) {
    if (changed.length > 0) {
      const data = changed.map(({ entry }) => ({ entry, status }))
      await announceAll({ data, fact: 'waitlist.changed', req, tenant })
    }
  }
}

/** Cohorts looked at in one round. */
const AT_ONCE = 500

/**
 * Offers what has become free in every cohort of every school that somebody waits for, one cohort by one transaction:
 * one that fails waits for the next minute and holds up no other.
 */
export const offerFreedPlaces = async ({
  now = new Date(),
  payload,
}: {
  now?: Date
  payload: Payload
}): Promise<void> => {
  const { rows: due } = await systemPool().query<{ cohort: string; tenant: string }>(
    `select distinct cohort_id as cohort, tenant_id as tenant from waitlist_entries
     where status = 'waiting' or (status = 'offered' and offered_until <= $1) limit ${AT_ONCE}`,
    [now.toISOString()],
  )
  for (const { cohort, tenant } of due) {
    await asTenant(tenant, async () => {
      const req = await createLocalReq({}, payload)
      await inTransaction(req, () => offerPlaces({ cohort, now, req, tenant }))
    }).catch((error: unknown) => {
      payload.logger.error({ cohort, err: error }, 'Freed places could not be offered.')
    })
  }
}
