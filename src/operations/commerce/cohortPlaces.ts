import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { accessEndOf } from '@/database/openEnrollments'
import { rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

/**
 * Everybody who holds a place in the cohort `k`, each once, as a statement: learners who are in it, be they paused,
 * buyers whose order waits for its payment, or is paid and has not opened the course yet, whom a place is offered, and
 * for whom staff have approved one that is still to be paid for.
 */
export const HOLDERS: SQL = sql`
  select e.learner_id as learner from enrollments e where e.cohort_id = k.id and e.status in ('active', 'paused')
    and (${accessEndOf('e')} is null or ${accessEndOf('e')} > now())
  union
  select o.buyer_id from order_lines hl join orders o on o.id = hl.order_id
  where hl.cohort_id = k.id and (o.status = 'pending' or (o.status = 'paid' and not exists (
    select 1 from enrollments x join access_grants g on g.enrollment_id = x.id and g.order_id = o.id
    where x.learner_id = o.buyer_id and x.course_id = hl.course_id)))
  union
  select w.learner_id from waitlist_entries w where w.cohort_id = k.id and w.status = 'offered'
  union
  select p.learner_id from place_requests p where p.cohort_id = k.id and p.status = 'approved'`

/** Whether the cohort `k` takes people in now: on offer, its time to enroll has begun and is not over. */
export const JOINABLE: SQL = sql`k.is_open and (k.enroll_from is null or k.enroll_from <= now())
  and coalesce(k.enroll_until, k.starts_at) > now() and (k.ends_at is null or k.ends_at > now())`

/** How many people wait for a place in the cohort `k`, as a value. */
export const WAITING: SQL = sql`(select count(*)::int from waitlist_entries q where q.cohort_id = k.id and q.status = 'waiting')`

type Asked = {
  /** Ids of cohorts. */
  cohorts: readonly string[]
  /** Who are to come in. */
  learners: readonly string[]
  req: PayloadRequest
  /** Whether a place is theirs alone who have it, while others wait for one. */
  yieldsToQueue?: boolean
}

/**
 * Holds cohorts until the transaction ends and makes sure that each has a place for all of the learners: whoever has one
 * there already takes none. Of several who ask for the last place at once the first gets it. Throws cohortFull, with
 * how many places are `left`. Where they yield to the queue, a place that is free is for those who wait. Whatever takes the place has to be written in the same transaction.
 */
export const requirePlaces = async ({
  cohorts,
  learners,
  req,
  yieldsToQueue = false,
}: Asked): Promise<void> => {
  if (cohorts.length === 0) {
    return
  }
  const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(cohorts)}::jsonb))`
  await rows(
    req,
    sql`select k.id from cohorts k where k.id::text in ${ids} order by k.id for no key update`,
  )
  const [full] = await rows<{ left: number }>(
    req,
    sql`select case when ${yieldsToQueue} and ${WAITING} > 0 then 0 else greatest(k.capacity::int - t.taken, 0) end as left
        from cohorts k
        cross join lateral (select count(*)::int as taken, count(*) filter (where h.learner::text in (
          select jsonb_array_elements_text(${JSON.stringify(learners)}::jsonb)))::int as inside from (${HOLDERS}) h) t
        where k.id::text in ${ids} and k.capacity is not null
          and t.inside < ${learners.length}
          and (t.taken + ${learners.length} - t.inside > k.capacity or (${yieldsToQueue} and ${WAITING} > 0))
        order by k.id`,
  )
  if (full) {
    throw new RuleError('cohortFull', { left: full.left })
  }
}

/** Writes down that somebody who waited for a place in a cohort, or was offered one, has taken it. */
export const leaveQueues = async ({
  cohorts,
  learner,
  req,
}: {
  cohorts: readonly string[]
  learner: string
  req: PayloadRequest
}): Promise<void> => {
  if (cohorts.length > 0) {
    await rows(
      req,
      sql`update waitlist_entries set status = 'taken', updated_at = now() where learner_id = ${learner}
            and cohort_id::text in (select jsonb_array_elements_text(${JSON.stringify(cohorts)}::jsonb))
            and status in ('waiting', 'offered')`,
    )
  }
}
