import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AccessRule, Grant } from '@/domain/commerce/access'

import { row, rows } from '@/database/transaction'
import { accessEnd, extendFrom, FOREVER, unionOf } from '@/domain/commerce/access'
import { leaveQueues } from '@/operations/commerce/cohortPlaces'
import { announce } from '@hooks/events/announce'

import { closeRequests } from './placeRequests/close'
import { rollUp } from './rollUp'

type Source = 'free' | 'order' | 'staff' | 'subscription'

export type Enrollment = { id: string; isNew: boolean; status: string }

/**
 * Gives a learner a course by one grant, once however often it is called: whoever makes the enrollment
 * announces it. The grant's time counts from `at`, or from the start of the cohort where that is later, or from the end of time granted before where that still
 * runs. A new order opens again what had been revoked, and what had opened it before counts no more; the
 * same order, called twice, does not undo a revocation that came between. Runs in the caller's transaction.
 */
export const enroll = async ({
  access = FOREVER,
  at: given = new Date(),
  cohort = null,
  course,
  learner,
  order,
  req,
  source,
  tenant,
}: {
  access?: AccessRule
  at?: Date
  /** Where the learner gets a place; null leaves them where they are. */
  cohort?: null | string
  course: string
  learner: string
  order: null | string
  req: PayloadRequest
  source: Source
  tenant: string
}): Promise<void> => {
  const enrollment = await holdEnrollment({ course, learner, order, req, source, tenant })
  const key = order ? `order:${order}` : source
  const known = await row(
    req,
    sql`select 1 from access_grants where enrollment_id = ${enrollment.id} and key = ${key}`,
  )
  if (known) {
    return
  }
  const wasRevoked = enrollment.status === 'revoked' || enrollment.status === 'expired'
  if (wasRevoked) {
    await rows(
      req,
      sql`update access_grants set ends_at = least(ends_at, now()), updated_at = now() where enrollment_id = ${enrollment.id}`,
    )
  }
  const at = await countedFrom({ at: given, cohort, req })
  const earlier = await grantsOf(req, enrollment.id)
  const endsAt = accessEnd(access, extendFrom(at, earlier))
  await insertGrant({ at, endsAt, enrollment: enrollment.id, key, order, req, tenant })
  const until = unionOf([...earlier, { endsAt }])
  // What staff have paused is not opened by something that costs nothing.
  const staysPaused = sql`(status = 'paused' and ${source === 'free'})`
  await rows(
    req,
    sql`update enrollments set access_until = ${until?.toISOString() ?? null}, updated_at = now(),
          cohort_id = coalesce(${cohort}::uuid, cohort_id),
          order_id = case when status = 'active' then order_id else ${order} end,
          source = case when status = 'active' then source else ${source}::enum_enrollments_source end,
          status = case when ${staysPaused} then status else 'active' end,
          paused_at = case when ${staysPaused} then paused_at end, next_release_at = now()
        where id = ${enrollment.id}`,
  )
  await leaveQueues({ cohorts: cohort ? [cohort] : [], learner, req })
  await closeRequests({ enrollment: enrollment.id, req })
  if (enrollment.isNew) {
    const data = { enrollment: enrollment.id }
    await announce({ data, fact: 'enrollment.created', req, tenant })
  } else {
    await rollUp({ enrollment: enrollment.id, req, tenant })
  }
}

/** Time in a course counts from when its cohort starts, however early a place in it was bought. */
const countedFrom = async ({
  at,
  cohort,
  req,
}: {
  at: Date
  cohort: null | string
  req: PayloadRequest
}): Promise<Date> => {
  const found = cohort
    ? await row<{ startsAt: string }>(
        req,
        sql`select to_json(starts_at) #>> '{}' as "startsAt" from cohorts where id = ${cohort}`,
      )
    : undefined
  const start = found && new Date(found.startsAt)

  return start && start > at ? start : at
}

export type Holding = {
  course: string
  learner: string
  order: null | string
  req: PayloadRequest
  source: Source
  tenant: string
}

/** The learner's enrollment in the course, made if need be, and locked until the transaction ends. */
export const holdEnrollment = async ({
  course,
  learner,
  order,
  req,
  source,
  tenant,
}: Holding): Promise<Enrollment> => {
  const held = await row<Enrollment>(
    req,
    sql`insert into enrollments (id, tenant_id, learner_id, course_id, order_id, source, status, percent)
        values (uuidv7(), ${tenant}, ${learner}, ${course}, ${order}, ${source}, 'active', 0)
        on conflict (tenant_id, learner_id, course_id) do update set updated_at = enrollments.updated_at
        returning id, status::text as status, xmax = 0 as "isNew"`,
  )
  if (!held) {
    throw new Error('The enrollment was not written.')
  }

  return held
}

export const grantsOf = async (req: PayloadRequest, enrollment: string): Promise<Grant[]> => {
  const found = await rows<{ endsAt: null | string }>(
    req,
    sql`select to_json(ends_at) #>> '{}' as "endsAt" from access_grants where enrollment_id = ${enrollment}`,
  )

  return found.map(({ endsAt }) => ({ endsAt: endsAt === null ? null : new Date(endsAt) }))
}

/** Writes a grant down as a row of its own; `key` names what granted it. */
export const insertGrant = async ({
  at,
  endsAt,
  enrollment,
  key,
  order,
  req,
  tenant,
}: {
  at: Date
  endsAt: Date | null
  enrollment: string
  key: string
  order: null | string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  await rows(
    req,
    sql`insert into access_grants (id, tenant_id, enrollment_id, key, order_id, starts_at, ends_at)
        values (uuidv7(), ${tenant}, ${enrollment}, ${key}, ${order}, ${at.toISOString()}, ${endsAt?.toISOString() ?? null})
        on conflict (tenant_id, enrollment_id, key) do nothing`,
  )
}
