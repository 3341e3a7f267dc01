import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** What happened on one day of a school, by its own clock; `day` as YYYY-MM-DD, `sales` in minor units. */
export type Day = {
  completions: number
  day: string
  learners: number
  lessons: number
  orders: number
  sales: number
}

/** How many days are told: those shown, and as many before them to compare with. */
const DAYS = 60

/**
 * The school's last sixty days, oldest first, in one statement: money paid in `currency`, learners who
 * began their first course, lessons and courses completed. Each day is one of `timeZone`.
 */
export const daysOf = ({
  currency,
  req,
  tenant,
  timeZone,
}: {
  currency: string
  req: PayloadRequest
  tenant: string
  timeZone: string
}): Promise<Day[]> =>
  rows<Day>(
    req,
    sql`with span as (
      select (now() at time zone ${timeZone})::date as today,
        now() - make_interval(days => ${DAYS + 1}) as since
    ), paid as (
      select (o.paid_at at time zone ${timeZone})::date as day, sum(o.total)::float8 as sales, count(*)::int as orders
      from orders o, span
      where o.tenant_id = ${tenant} and o.status = 'paid' and o.currency = ${currency} and o.paid_at >= span.since
      group by 1
    ), begun as (
      select (f.at at time zone ${timeZone})::date as day, count(*)::int as learners
      from (select min(e.created_at) as at from enrollments e where e.tenant_id = ${tenant} group by e.learner_id) f, span
      where f.at >= span.since group by 1
    ), learnt as (
      select (p.completed_at at time zone ${timeZone})::date as day, count(*)::int as lessons
      from progress p, span where p.tenant_id = ${tenant} and p.completed_at >= span.since group by 1
    ), finished as (
      select (e.completed_at at time zone ${timeZone})::date as day, count(*)::int as completions
      from enrollments e, span where e.tenant_id = ${tenant} and e.completed_at >= span.since group by 1
    )
    select d::date::text as day, coalesce(paid.sales, 0) as sales, coalesce(paid.orders, 0) as orders,
      coalesce(begun.learners, 0) as learners, coalesce(learnt.lessons, 0) as lessons,
      coalesce(finished.completions, 0) as completions
    from span, generate_series(span.today - ${DAYS - 1}::int, span.today, interval '1 day') d
    left join paid on paid.day = d::date left join begun on begun.day = d::date
    left join learnt on learnt.day = d::date left join finished on finished.day = d::date
    order by d`,
  )
