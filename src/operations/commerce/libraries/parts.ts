import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { MovedLine } from '@/domain/commerce/earnings'
import type { CourseUse, SharedUse } from '@/domain/commerce/libraries'

import { rows } from '@/database/transaction'

type Given = { order: string; req: PayloadRequest; tenant: string }

/** A paid line, what the platform took of it by the books, and what refunds and disputes took of its net; in minor units. */
export type BookedLine = MovedLine & { fee: number; taken: number }

export const bookedLines = ({ order, req, tenant }: Given): Promise<BookedLine[]> =>
  rows(
    req,
    sql`select l.id, (l.total - l.tax)::float8 as net, l.tax::float8 as tax,
          coalesce(sum(e.amount) filter (where e.kind = 'payment' and e.account = 'platformFee'), 0)::float8 as fee,
          greatest(coalesce(sum(e.amount) filter (where e.account in ('refunds', 'disputes')), 0), 0)::float8 as taken
        from order_lines l left join ledger_entries e on e.tenant_id = ${tenant}::uuid and e.order_id = l.order_id and e.line_id = l.id
        where l.order_id = ${order} group by l.id order by l.id`,
  )

/** A length of time in whole milliseconds. */
export const millisecondsOf = (length: SQL): SQL =>
  sql`floor(extract(epoch from ${length}) * 1000)::float8`

/** What was used of a library in a period, in seconds, with those who shared in each course then and for how many milliseconds of it. */
export const sharedUses = async ({
  from,
  req,
  to,
  uses,
}: {
  from: string
  req: PayloadRequest
  to: string
  uses: readonly CourseUse[]
}): Promise<SharedUse[]> => {
  const found = await rows<SharedUse['shares'][number] & { course: string }>(
    req,
    sql`select s.id, s.course_id as course, s.person_id as person, s.share::int as share,
          ${millisecondsOf(sql`least(coalesce(s.ends_at, 'infinity'), ${to}::timestamptz) - greatest(s.starts_at, ${from}::timestamptz)`)} as held
        from revenue_shares s where s.course_id = any(${sql.param(uses.map(({ course }) => course))}::uuid[])
          and s.starts_at < ${to}::timestamptz and coalesce(s.ends_at, 'infinity') > ${from}::timestamptz order by s.id`,
  )

  return uses.map((use) => ({
    ...use,
    shares: found.flatMap(({ course, ...share }) => (course === use.course ? [share] : [])),
  }))
}

/** Of some courses, those that a subscription has opened; what somebody has besides is no part of its library. */
export const openedBy = async ({
  req,
  subscription,
  uses,
}: {
  req: PayloadRequest
  subscription: string
  uses: readonly CourseUse[]
}): Promise<CourseUse[]> => {
  const opened = await rows<{ course: string }>(
    req,
    sql`select e.course_id as course from enrollments e join subscriptions s on s.buyer_id = e.learner_id
        where s.id = ${subscription} and e.course_id = any(${sql.param(uses.map(({ course }) => course))}::uuid[])
          and exists (select 1 from access_grants g where g.enrollment_id = e.id and g.key = 'subscription:' || s.id)`,
  )
  const known = new Set(opened.map(({ course }) => course))

  return uses.filter(({ course }) => known.has(course))
}
