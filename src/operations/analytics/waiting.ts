import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

type Of = { req: PayloadRequest; tenant: string }

/** An order as the start page shows it; `total` in minor units, `at` as ISO 8601. */
export type RecentOrder = {
  at: string
  buyer: string
  currency: string
  id: string
  number: string
  status: 'cancelled' | 'expired' | 'failed' | 'paid' | 'pending'
  total: number
}

/** Something written that readers do not see yet; `total` is how many there are in all. */
export type Draft = {
  at: string
  id: string
  kind: 'courses' | 'lessons' | 'pages' | 'quizzes'
  title: null | string
  total: number
}

/** A learner who began a course and has not been back for two weeks. */
export type StuckLearner = {
  at: string
  course: string
  id: string
  learner: string
  percent: number
}

const SHOWN = 6

/** The newest orders, whatever became of them. */
export const recentOrders = ({ req, tenant }: Of): Promise<RecentOrder[]> =>
  rows<RecentOrder>(
    req,
    sql`select o.id, o.number, o.status::text, o.total::float8 as total, o.currency, u.name as buyer,
          to_json(o.created_at) as at
        from orders o join users u on u.id = o.buyer_id and u.tenant_id = o.tenant_id
        where o.tenant_id = ${tenant} order by o.created_at desc limit ${SHOWN}`,
  )

const latestOf = (kind: Draft['kind'], tenant: string): SQL => {
  const versions = sql.identifier(`_${kind}_v`)
  const kept =
    kind === 'courses' || kind === 'lessons' ? sql`and v.version_deleted_at is null` : sql``

  return sql`select v.parent_id as id, ${kind}::text as kind, v.version_title as title, v.updated_at
    from ${versions} v
    where v.version_tenant_id = ${tenant} and v.latest and v.version__status = 'draft' and v.parent_id is not null ${kept}`
}

/** What was written last and is not published: new documents, and changes to published ones. */
export const waitingDrafts = ({ req, tenant }: Of): Promise<Draft[]> => {
  const [courses, lessons, quizzes, pages] = (
    ['courses', 'lessons', 'quizzes', 'pages'] as const
  ).map((kind) => latestOf(kind, tenant))

  return rows<Draft>(
    req,
    sql`select w.id, w.kind, w.title, to_json(w.updated_at) as at, count(*) over ()::int as total
        from (${courses} union all ${lessons} union all ${quizzes} union all ${pages}) w
        order by w.updated_at desc limit ${SHOWN}`,
  )
}

/** Learners in the middle of a course who were last here two weeks ago or more; the latest to leave first. */
export const stuckLearners = ({ req, tenant }: Of): Promise<StuckLearner[]> =>
  rows<StuckLearner>(
    req,
    sql`select e.id, u.name as learner, c.title as course, e.percent::float8 as percent, to_json(seen.at) as at
        from enrollments e
        join users u on u.id = e.learner_id and u.tenant_id = e.tenant_id
        join courses c on c.id = e.course_id and c.tenant_id = e.tenant_id
        join lateral (select max(p.updated_at) as at from progress p where p.enrollment_id = e.id) seen
          on seen.at < now() - interval '14 days'
        where e.tenant_id = ${tenant} and e.status = 'active' and e.completed_at is null and c.deleted_at is null
        order by seen.at desc limit ${SHOWN}`,
  )
