import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** What came in of one currency after it had failed at first: in minor units, in all and for each of the last months. */
export type Recovered = {
  currency: string
  /** The same in the school's own currency, at the rates of the days; null where one was not known. */
  inBase: null | { amount: number; currency: string }
  /** From the earliest to this one; `month` is `YYYY-MM` in the school's time zone. */
  months: { amount: number; month: string }[]
  payments: number
  total: number
}

const MONTHS = 12

/**
 * What a school would have lost: payments of subscriptions and instalments that were declined, and paid afterwards,
 * within the last twelve months; the currency with the most first.
 */
export const recoveredRevenue = async ({
  now,
  req,
  tenant,
}: {
  now: Date
  req: PayloadRequest
  tenant: string
}): Promise<Recovered[]> =>
  rows<Recovered>(
    req,
    sql`with zone as (select coalesce(settings_time_zone, 'UTC') as name, settings_currency as base from tenants where id = ${tenant}),
        months as (
          select to_char(m, 'YYYY-MM') as month from zone, generate_series(
            date_trunc('month', ${now.toISOString()}::timestamptz at time zone zone.name) - interval '1 month' * ${MONTHS - 1},
            date_trunc('month', ${now.toISOString()}::timestamptz at time zone zone.name), interval '1 month') m),
        paid as (
          select o.currency, o.total::float8 as amount,
            case when o.currency = zone.base then o.total::float8 else (o.exchange ->> 'total')::float8 end as worth, to_char(o.paid_at at time zone zone.name, 'YYYY-MM') as month
          from zone, orders o
          where o.tenant_id = ${tenant} and o.subscription_id is not null and o.status = 'paid' and o.total > 0
            and exists (select 1 from payments p where p.order_id = o.id and p.status = 'failed')),
        recent as (select * from paid where month in (select month from months))
        select c.currency, sum(c.amount)::float8 as total, count(*)::int as payments,
          case when bool_and(c.worth is not null) then json_build_object('amount', sum(c.worth), 'currency', (select base from zone)) end as "inBase",
          (select json_agg(json_build_object('month', m.month,
             'amount', coalesce((select sum(r.amount) from recent r where r.month = m.month and r.currency = c.currency), 0)) order by m.month)
           from months m) as months
        from recent c group by c.currency order by total desc, c.currency`,
  )
