import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { unionOf } from '@/domain/commerce/access'
import { openUntil, RUNNING } from '@/domain/commerce/subscriptions'
import { libraryCourses } from '@/operations/commerce/library'
import { holdSubscription, type Subscription } from '@/operations/commerce/subscriptions/store'
import { announce } from '@hooks/events/announce'

import { grantsOf, holdEnrollment, insertGrant } from './enroll'

type Given = { req: PayloadRequest; subscription: string; tenant: string }

/**
 * Keeps the one grant that a subscription gives in each of its courses, those of its library with them, at the end it has now. The first time
 * it enrolls the buyer; a revocation that came later stands. Runs in the caller's transaction.
 */
export const grantWhilePaid = async ({ req, subscription: id, tenant }: Given): Promise<void> => {
  const held = await holdSubscription({ id, req })
  const first = await rows<{ cohort: null | string; course: string; order: string }>(
    req,
    sql`select l.course_id as course, l.cohort_id as cohort, o.id as "order" from orders o join order_lines l on l.order_id = o.id
        where o.id = (select f.id from orders f where f.subscription_id = ${id} and f.terms is not null and f.status = 'paid' order by f.id desc limit 1)
        order by l.course_id`,
  )
  if (!held) {
    return
  }
  const [{ order = null } = {}] = first
  const named = new Set(first.map(({ course }) => course))
  const others = (await furtherCourses(req, held)).filter((course) => !named.has(course))
  const all = [...first, ...others.map((course) => ({ cohort: null, course, order }))]
  for (const { cohort, course, order } of all) {
    const given = { cohort, course, learner: held.buyer, order, req, tenant }
    const endsAt = openUntil(held.state, held.dunning)
    await grant({ ...given, at: held.state.anchor, endsAt, key: `subscription:${id}` })
  }
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
  at: Date
  cohort: null | string
  course: string
  endsAt: Date | null
  key: string
  learner: string
  order: null | string
  req: PayloadRequest
  tenant: string
}

const grant = async ({ at, cohort, endsAt, key, ...given }: Granting): Promise<void> => {
  const { order, req, tenant } = given
  const enrollment = await holdEnrollment({ ...given, source: 'subscription' })
  const known = await row(
    req,
    sql`update access_grants set ends_at = ${endsAt?.toISOString() ?? null}, updated_at = now()
        where enrollment_id = ${enrollment.id} and key = ${key} returning id`,
  )
  if (!known) {
    await insertGrant({ at, endsAt, enrollment: enrollment.id, key, order, req, tenant })
  }
  const until = unionOf(await grantsOf(req, enrollment.id))
  await rows(
    req,
    sql`update enrollments set access_until = ${until?.toISOString() ?? null}, updated_at = now(),
          status = case when ${!known} then 'active' else status end,
          cohort_id = case when ${!known} then coalesce(${cohort}::uuid, cohort_id) else cohort_id end
        where id = ${enrollment.id}`,
  )
  if (enrollment.isNew) {
    const data = { enrollment: enrollment.id }
    await announce({ data, fact: 'enrollment.created', req, tenant })
  }
}
