import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** What was paid in one currency: `amount` in minor units of it, `worth` in those of the school's own, at the rate that each order kept. */
type Sold = {
  amount: number
  currency: string
  /** How much of it kept no rate, and is in no `worth`. */
  unknown: number
  worth: number
}

/**
 * What happened on one day of a school, by its own clock; `day` as YYYY-MM-DD, `sales` in minor units of its currency, the worth of all
 * that was `sold` in any, by as many `orders`. `sold` is empty on a day without sales.
 */
export type Day = {
  completions: number
  day: string
  learners: number
  lessons: number
  orders: number
  sales: number
  sold: Sold[]
}

/** How many days are told: those shown, and as many before them to compare with. */
const DAYS = 60

/** What the order `o` came to in a school's currency, by the rate it kept; null where it kept none. */
const WORTH = (currency: string) =>
  sql`case when o.currency = ${currency} then o.total when o.exchange ->> 'currency' = ${currency} then (o.exchange ->> 'total')::numeric end`

/**
 * The school's last sixty days, oldest first, in one statement: money paid, in each currency and by its worth in `currency`, learners who
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
    ), sold as (
      select o.day, o.currency, sum(o.total)::float8 as amount, coalesce(sum(o.worth), 0)::float8 as worth, count(o.worth)::int as orders,
        coalesce(sum(o.total) filter (where o.worth is null), 0)::float8 as unknown
      from (
        select (o.paid_at at time zone ${timeZone})::date as day, o.currency, o.total, ${WORTH(currency)} as worth
        from orders o, span where o.tenant_id = ${tenant} and o.status = 'paid' and o.paid_at >= span.since
      ) o group by 1, 2
    ), paid as (
      select s.day, sum(s.worth)::float8 as sales, sum(s.orders)::int as orders,
        json_agg(json_build_object('amount', s.amount, 'currency', s.currency, 'unknown', s.unknown, 'worth', s.worth) order by s.currency) as sold
      from sold s group by 1
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
    select d::date::text as day, coalesce(paid.sales, 0) as sales, coalesce(paid.orders, 0) as orders, coalesce(paid.sold, '[]'::json) as sold,
      coalesce(begun.learners, 0) as learners, coalesce(learnt.lessons, 0) as lessons,
      coalesce(finished.completions, 0) as completions
    from span, generate_series(span.today - ${DAYS - 1}::int, span.today, interval '1 day') d
    left join paid on paid.day = d::date left join begun on begun.day = d::date
    left join learnt on learnt.day = d::date left join finished on finished.day = d::date
    order by d`,
  )
