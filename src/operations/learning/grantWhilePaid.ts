import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { openUntil, RUNNING } from '@/domain/commerce/subscriptions'
import { libraryCourses } from '@/operations/commerce/library'
import { holdSubscription, type Subscription } from '@/operations/commerce/subscriptions/store'
import { announceAll } from '@hooks/events/announce'

type Given = { req: PayloadRequest; subscription: string; tenant: string }

/** A course that a subscription opens: with the cohort that was chosen, where it was bought by name. */
type Opened = { cohort: null | string; course: string }

/**
 * Keeps the one grant that a subscription gives in each of its courses, those of its library with them, at the end it has now. The first time
 * it enrolls the buyer; a revocation that came later stands. The same number of statements for one course and for hundreds. Runs in the
 * caller's transaction.
 */
export const grantWhilePaid = async ({ req, subscription: id, tenant }: Given): Promise<void> => {
  const held = await holdSubscription({ id, req })
  const first = await rows<Opened & { order: string }>(
    req,
    sql`select l.course_id as course, l.cohort_id as cohort, o.id as "order" from orders o join order_lines l on l.order_id = o.id
        where o.id = (select f.id from orders f where f.subscription_id = ${id} and f.terms is not null and f.status = 'paid' order by f.id desc limit 1)`,
  )
  if (!held) {
    return
  }
  const named = new Set(first.map(({ course }) => course))
  const others = (await furtherCourses(req, held)).filter((course) => !named.has(course))
  const all = [
    ...first.map(({ cohort, course }) => ({ cohort, course })),
    ...others.map((course) => ({ cohort: null, course })),
  ]
  await grantAll({
    all,
    endsAt: openUntil(held.state, held.dunning),
    held,
    order: first[0]?.order ?? null,
    req,
    tenant,
  })
}

/** Courses beside those that were bought by name: what the rule of the offer opens while it runs, and what it has opened. */
const furtherCourses = async (req: PayloadRequest, held: Subscription): Promise<string[]> => {
  const isOpen = RUNNING.includes(held.state.status) && held.state.status !== 'paused'
  const given = await rows<{ course: string }>(
    req,
    sql`select e.course_id as course from access_grants g join enrollments e on e.id = g.enrollment_id
        where e.learner_id = ${held.buyer} and g.key = ${`subscription:${held.id}`} order by e.course_id`,
  )
  const ruled = isOpen ? await libraryCourses(req, held.offer) : []

  return [...new Set([...given.map(({ course }) => course), ...ruled])]
}

type Granting = {
  all: readonly Opened[]
  endsAt: Date | null
  held: Subscription
  order: null | string
  req: PayloadRequest
  tenant: string
}

const WANTED = (all: readonly Opened[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as w(course uuid, cohort uuid)`

/** Writes nothing of a course whose grant ends then already. */
const grantAll = async ({ all, endsAt, held, order, req, tenant }: Granting): Promise<void> => {
  const { buyer } = held
  const [at, key] = [held.state.anchor.toISOString(), `subscription:${held.id}`]
  const ends = sql`${endsAt?.toISOString() ?? null}::timestamptz`
  const behind = await rows<Opened>(
    req,
    sql`select w.course, w.cohort from ${WANTED(all)} where not exists (
          select 1 from enrollments e join access_grants g on g.enrollment_id = e.id
          where e.tenant_id = ${tenant} and e.learner_id = ${buyer} and e.course_id = w.course
            and g.key = ${key} and g.ends_at is not distinct from ${ends})`,
  )
  if (behind.length === 0) {
    return
  }
  const enrolled = await rows<{ id: string; isNew: boolean }>(
    req,
    sql`insert into enrollments (id, tenant_id, learner_id, course_id, order_id, source, status, percent)
        select uuidv7(), ${tenant}::uuid, ${buyer}::uuid, w.course, ${order}::uuid, 'subscription', 'active', 0
        from ${WANTED(behind)} order by w.course
        on conflict (tenant_id, learner_id, course_id) do update set updated_at = enrollments.updated_at
        returning id, xmax = 0 as "isNew"`,
  )
  const granted = await rows<{ id: string; isNew: boolean }>(
    req,
    sql`insert into access_grants (id, tenant_id, enrollment_id, key, order_id, starts_at, ends_at)
        select uuidv7(), ${tenant}::uuid, e.id::uuid, ${key}, ${order}::uuid, ${at}::timestamptz, ${ends}
        from jsonb_array_elements_text(${JSON.stringify(enrolled.map(({ id }) => id))}::jsonb) as e(id)
        on conflict (tenant_id, enrollment_id, key) do update set ends_at = excluded.ends_at, updated_at = now()
        returning enrollment_id as id, xmax = 0 as "isNew"`,
  )
  await rows(
    req,
    sql`update enrollments e set access_until = u.until, updated_at = now(),
          status = case when g."isNew" then 'active' else e.status end,
          cohort_id = case when g."isNew" then coalesce(w.cohort, e.cohort_id) else e.cohort_id end
        from jsonb_to_recordset(${JSON.stringify(granted)}::jsonb) as g(id uuid, "isNew" boolean)
        cross join lateral (select case when bool_and(a.ends_at is not null) then max(a.ends_at) end as until
          from access_grants a where a.enrollment_id = g.id) u,
          ${WANTED(behind)}
        where e.id = g.id and e.course_id = w.course`,
  )
  const data = enrolled.flatMap(({ id, isNew }) => (isNew ? [{ enrollment: id }] : []))
  await announceAll({ data, fact: 'enrollment.created', req, tenant })
}
