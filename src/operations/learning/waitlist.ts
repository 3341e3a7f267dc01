import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { WaitlistStatus } from '@/domain/learning/waitlist'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { movedBy } from '@/domain/learning/waitlist'
import { HOLDERS, JOINABLE } from '@/operations/commerce/cohortPlaces'
import { requirePrerequisites } from '@/operations/commerce/prerequisites'
import { announce } from '@hooks/events/announce'

import { offerPlaces } from './offerPlaces'

type Asked = { cohort: string; learner: string; req: PayloadRequest; tenant: string }

/** Somebody's place in a queue: the first is 1; null for who does not wait. */
export type Queued = { position: null | number; status: WaitlistStatus }

type Held = {
  course: string
  hasWaitlist: boolean
  isFull: boolean
  isInside: boolean
  isJoinable: boolean
  /** Whether the course gives places in cohorts on request alone. */
  isOnRequest: boolean
}

const hold = async ({ cohort, learner, req }: Asked): Promise<Held | undefined> => {
  await rows(req, sql`select 1 from cohorts where id = ${cohort} for no key update`)

  return row<Held>(
    req,
    sql`select k.course_id as course, (${JOINABLE}) as "isJoinable", coalesce(k.has_waitlist, true) as "hasWaitlist",
          coalesce(k.capacity <= t.taken, false) or exists (
            select 1 from waitlist_entries w where w.cohort_id = k.id and w.status = 'waiting') as "isFull",
          t."isInside", coalesce((select bool_and(coalesce(f.is_on_request, false)) from offers f
            where f.course_id = k.course_id and f.is_active and f.is_for_cohort), false) as "isOnRequest"
        from cohorts k cross join lateral (
          select count(*)::int as taken, coalesce(bool_or(h.learner = ${learner}::uuid), false) as "isInside"
          from (${HOLDERS}) h) t
        where k.id = ${cohort}`,
  )
}

const positionOf = ({ cohort, learner, req }: Asked): Promise<Queued | undefined> =>
  row<Queued>(
    req,
    sql`select w.status, case when w.status = 'waiting' then (select count(*)::int from waitlist_entries o
          where o.cohort_id = w.cohort_id and o.status = 'waiting' and (o.rank, o.id) <= (w.rank, w.id)) end as position
        from waitlist_entries w where w.cohort_id = ${cohort} and w.learner_id = ${learner}`,
  )

const statuses = (list: readonly WaitlistStatus[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(list)}::jsonb))`

/**
 * Puts a learner at the end of a cohort's queue, once however often they ask. Throws cohortClosed for a cohort that
 * cannot be joined or keeps no queue, cohortHasPlaces while it has places, alreadyOwned for who has one, and
 * prerequisitesMissing, and requestNeeded where places are given on request alone. Null where the school has no such cohort. Runs in the caller's transaction.
 */
export const joinWaitlist = async (asked: Asked): Promise<null | Queued> => {
  const { cohort, learner, req, tenant } = asked
  const held = await hold(asked)
  if (!held) {
    return null
  }
  const before = await positionOf(asked)
  if (before?.status === 'waiting' || before?.status === 'offered') {
    return before
  }
  if (!held.isJoinable || !held.hasWaitlist) {
    throw new RuleError('cohortClosed')
  }
  if (held.isInside) {
    throw new RuleError('alreadyOwned')
  }
  if (held.isOnRequest) {
    throw new RuleError('requestNeeded')
  }
  if (!held.isFull) {
    throw new RuleError('cohortHasPlaces')
  }
  await requirePrerequisites({ courses: [held.course], learner, req })
  const entry = await enqueue(asked)
  await tell(entry, { req, status: 'waiting', tenant })
  // With a place that nobody was offered yet, the first in the queue need not wait for the worker.
  await offerPlaces({ cohort, req, tenant })

  return (await positionOf(asked)) ?? null
}

/**
 * Puts somebody at the end of a cohort's queue who is not in it, and answers the row; what they are told is the caller's.
 * The cohort has to be held.
 */
export const enqueue = async ({ cohort, learner, req, tenant }: Asked): Promise<string> => {
  const entry = await row<{ id: string }>(
    req,
    sql`insert into waitlist_entries (id, tenant_id, cohort_id, learner_id, status, rank, joined_at)
        select uuidv7(), ${tenant}::uuid, ${cohort}::uuid, ${learner}::uuid, 'waiting',
          1 + coalesce(max(w.rank), 0), now() from waitlist_entries w where w.cohort_id = ${cohort}
        on conflict (tenant_id, cohort_id, learner_id) do update set status = 'waiting', rank = excluded.rank,
          joined_at = now(), offered_at = null, offered_until = null, reason = null, updated_at = now()
        returning id`,
  )
  if (!entry) {
    throw new Error('Nobody was put into the queue.')
  }

  return entry.id
}

const tell = async (
  entry: string,
  { req, status, tenant }: Pick<Asked, 'req' | 'tenant'> & { status: WaitlistStatus },
): Promise<void> => {
  await announce({ data: { entry, status }, fact: 'waitlist.changed', req, tenant })
}

/**
 * Takes a learner out of a queue, or gives an offered place to the next; answers whether there was anything to leave.
 * Runs in the caller's transaction.
 */
export const leaveWaitlist = async ({ cohort, learner, req, tenant }: Asked): Promise<boolean> => {
  await rows(req, sql`select 1 from cohorts where id = ${cohort} for no key update`)
  const left = await row<{ id: string; status: WaitlistStatus }>(
    req,
    sql`update waitlist_entries set updated_at = now(), offered_until = null,
          status = case when status = 'offered' then 'declined' else 'left' end::enum_waitlist_entries_status
        where cohort_id = ${cohort} and learner_id = ${learner} and status::text in ${statuses(movedBy('leave'))}
        returning id, status`,
  )
  if (left) {
    await tell(left.id, { req, status: left.status, tenant })
    await offerPlaces({ cohort, req, tenant })
  }

  return Boolean(left)
}

type Changing = {
  entries: readonly string[]
  req: PayloadRequest
  tenant: string
}

const cohortsOf = async ({ entries, req }: Changing): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    req,
    sql`select k.id from cohorts k where k.id in (select w.cohort_id from waitlist_entries w
          where w.id::text in (select jsonb_array_elements_text(${JSON.stringify(entries)}::jsonb)))
        order by k.id for no key update`,
  )

  return found.map(({ id }) => id)
}

/** Takes people out of queues, with a reason that they read; answers how many. Runs in the caller's transaction. */
export const removeFromWaitlist = async ({
  reason,
  ...change
}: Changing & { reason: string }): Promise<number> => {
  const { entries, req, tenant } = change
  const cohorts = await cohortsOf(change)
  const removed = await rows<{ id: string }>(
    req,
    sql`update waitlist_entries set status = 'removed', reason = ${reason}, offered_until = null, updated_at = now()
        where id::text in (select jsonb_array_elements_text(${JSON.stringify(entries)}::jsonb))
          and status::text in ${statuses(movedBy('remove'))} returning id`,
  )
  for (const { id } of removed) {
    await tell(id, { req, status: 'removed', tenant })
  }
  for (const cohort of removed.length > 0 ? cohorts : []) {
    await offerPlaces({ cohort, req, tenant })
  }

  return removed.length
}

/** Puts people who wait before all others of their queue, in the order in which they are named; answers how many. Runs in the caller's transaction. */
export const moveToFront = async ({
  reason,
  ...change
}: Changing & { reason: string }): Promise<number> => {
  const { entries, req } = change
  await cohortsOf(change)
  const moved = await rows(
    req,
    sql`update waitlist_entries w set reason = ${reason}, updated_at = now(), rank = f.first - ${entries.length + 1} + n.place
        from jsonb_array_elements_text(${JSON.stringify(entries)}::jsonb) with ordinality n (id, place),
          (select o.cohort_id, min(o.rank) as first from waitlist_entries o where o.status = 'waiting' group by o.cohort_id) f
        where w.id::text = n.id and w.status = 'waiting' and f.cohort_id = w.cohort_id returning w.id`,
  )

  return moved.length
}
