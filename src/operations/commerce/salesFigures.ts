import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Worth } from '@/domain/commerce/worth'

import { row, rows } from '@/database/transaction'

import { worthNow } from './exchange/worth'

type Given = { now: Date; req: PayloadRequest; tenant: string }

/** Days and months that figures go back, the one of `now` among them. */
const DAYS = 30
const MONTHS = 12

/** What moved in a day (`2026-01-31`) or month (`2026-01`) of the school's zone; minor units. */
export type Moved = { gross: number; net: number; period: string; refunds: number }

/** What was sold in one currency, the earliest in front; `refunds` is what went back, by disputes too, and `net` the rest. */
export type Revenue = { currency: string; days: Moved[]; months: Moved[] }

const ZONE = (tenant: string) =>
  sql`select coalesce(settings_time_zone, 'UTC') as name from tenants where id = ${tenant}`

/** The last days and months up to `now`, as `unit` and `period`. */
const PERIODS = (now: Date) => {
  const here = sql`(${now.toISOString()}::timestamptz at time zone zone.name)`

  return sql`select 'day' as unit, to_char(d, 'YYYY-MM-DD') as period from zone, generate_series(
      date_trunc('day', ${here}) - interval '1 day' * ${DAYS - 1}, date_trunc('day', ${here}), interval '1 day') d
    union all select 'month', to_char(m, 'YYYY-MM') from zone, generate_series(
      date_trunc('month', ${here}) - interval '1 month' * ${MONTHS - 1}, date_trunc('month', ${here}), interval '1 month') m`
}

/** When the earliest of them began, as a moment. */
const BEGAN = (now: Date) =>
  sql`(select (date_trunc('month', ${now.toISOString()}::timestamptz at time zone zone.name) - interval '1 month' * ${MONTHS - 1}) at time zone zone.name from zone)`

/** What came in and went back by the books, tax included, day by day and month by month; the currency with the most first. */
export const revenueOf = ({ now, req, tenant }: Given): Promise<Revenue[]> =>
  rows<Revenue>(
    req,
    sql`with zone as (${ZONE(tenant)}), periods as (${PERIODS(now)}),
          moved as (
            select e.currency, to_char(e.posted_at at time zone zone.name, 'YYYY-MM-DD') as day,
              coalesce(-sum(e.amount) filter (where e.kind = 'payment'), 0) as gross,
              coalesce(sum(e.amount) filter (where e.kind in ('refund', 'dispute')), 0) as refunds
            from zone, ledger_entries e
            where e.tenant_id = ${tenant} and e.posted_at >= ${BEGAN(now)} and e.account in ('sales', 'tax', 'refunds', 'disputes')
              and e.kind in ('payment', 'refund', 'dispute')
            group by 1, 2),
          told as (
            select c.currency, p.unit, p.period, coalesce(sum(m.gross), 0)::float8 as gross, coalesce(sum(m.refunds), 0)::float8 as refunds
            from periods p cross join (select distinct currency from moved) c
            left join moved m on m.currency = c.currency and left(m.day, length(p.period)) = p.period
            group by 1, 2, 3)
        select currency,
          json_agg(json_build_object('period', period, 'gross', gross, 'refunds', refunds, 'net', gross - refunds) order by period) filter (where unit = 'day') as days,
          json_agg(json_build_object('period', period, 'gross', gross, 'refunds', refunds, 'net', gross - refunds) order by period) filter (where unit = 'month') as months
        from told group by currency order by sum(gross) desc, currency`,
  )

/** What was sold in one currency, in minor units of it, and its `worth` in the school's own; `unknown` is what of it kept no rate. */
type RevenueWorth = { currency: string; net: number; unknown: number; worth: number }

/** What was sold in all currencies, in the school's own. */
export type RevenueInBase = Revenue & { from: RevenueWorth[] }

/** What the order `o` came to in the school's currency for one unit of its own, by the rate it kept; null where it kept none. */
const RATE = sql`case when o.currency = zone.base then 1
  when o.exchange ->> 'currency' = zone.base and o.total > 0 then (o.exchange ->> 'total')::numeric / o.total end`

/**
 * What `revenueOf` says of all currencies together in the school's own, each entry by the rate of the day that its order kept, so that the parts of an
 * order add up to what that says it was worth; null where nothing was sold in another currency.
 */
export const revenueInBase = async ({ now, req, tenant }: Given): Promise<null | RevenueInBase> => {
  const found = await row<RevenueInBase>(
    req,
    sql`with zone as (select coalesce(settings_time_zone, 'UTC') as name, settings_currency as base from tenants where id = ${tenant}),
          periods as (${PERIODS(now)}),
          moved as (
            select o.currency, to_char(e.posted_at at time zone zone.name, 'YYYY-MM-DD') as day, e.kind <> 'payment' as is_back,
              -sum(e.amount) as net, -sum(e.amount * r.rate) as worth, coalesce(-sum(e.amount) filter (where r.rate is null), 0) as unknown
            from zone, ledger_entries e join orders o on o.id = e.order_id
            cross join lateral (select (select ${RATE} from zone) as rate) r
            where e.tenant_id = ${tenant} and e.posted_at >= ${BEGAN(now)} and e.account in ('sales', 'tax', 'refunds', 'disputes')
              and e.kind in ('payment', 'refund', 'dispute')
            group by 1, 2, 3),
          told as (
            select p.unit, p.period, round(coalesce(sum(m.worth) filter (where not m.is_back), 0))::float8 as gross,
              round(coalesce(-sum(m.worth) filter (where m.is_back), 0))::float8 as refunds
            from periods p left join moved m on left(m.day, length(p.period)) = p.period group by 1, 2)
        select zone.base as currency,
          (select json_agg(json_build_object('period', period, 'gross', gross, 'refunds', refunds, 'net', gross - refunds) order by period) from told where unit = 'day') as days,
          (select json_agg(json_build_object('period', period, 'gross', gross, 'refunds', refunds, 'net', gross - refunds) order by period) from told where unit = 'month') as months,
          (select json_agg(f order by f.worth desc, f.currency) from (
            select currency, sum(net)::float8 as net, coalesce(round(sum(worth)), 0)::float8 as worth, sum(unknown)::float8 as unknown from moved group by currency) f) as "from"
        from zone where exists (select 1 from moved m where m.currency <> zone.base)`,
  )

  return found ?? null
}

/** How many orders were placed in a month, and how many of them were paid. */
export type OrderCount = { month: string; paid: number; placed: number }

/** Orders of the last months, the earliest in front. */
export const ordersByMonth = ({ now, req, tenant }: Given): Promise<OrderCount[]> =>
  rows<OrderCount>(
    req,
    sql`with zone as (${ZONE(tenant)}), periods as (${PERIODS(now)}),
          placed as (
            select to_char(o.created_at at time zone zone.name, 'YYYY-MM') as month, count(*)::int as placed,
              count(*) filter (where o.status = 'paid')::int as paid
            from zone, orders o where o.tenant_id = ${tenant} and o.created_at >= ${BEGAN(now)} group by 1)
        select p.period as month, coalesce(o.placed, 0) as placed, coalesce(o.paid, 0) as paid
        from periods p left join placed o on o.month = p.period where p.unit = 'month' order by 1`,
  )

/**
 * Subscriptions in one currency: how many run, what they bring in a month (`mrr`, minor units, a year's price by its
 * twelfth), and how many began and ended in each of the last months.
 */
export type SubscriptionFigures = {
  active: number
  currency: string
  months: { ended: number; month: string; started: number }[]
  mrr: number
}

/** Subscriptions by currency; instalment plans are none. */
export const subscriptionFigures = ({ now, req, tenant }: Given): Promise<SubscriptionFigures[]> =>
  rows<SubscriptionFigures>(
    req,
    sql`with zone as (${ZONE(tenant)}), periods as (${PERIODS(now)}),
          held as (
            select s.currency, s.status::text as status, s.amount, s.interval::text as interval,
              to_char(s.created_at at time zone zone.name, 'YYYY-MM') as began, to_char(s.ended_at at time zone zone.name, 'YYYY-MM') as ended
            from zone, subscriptions s where s.tenant_id = ${tenant} and s.kind = 'subscription'),
          sums as (
            select currency, count(*) filter (where status in ('trialing', 'active', 'pastDue'))::int as active,
              coalesce(round(sum(amount / case interval when 'year' then 12 else 1 end) filter (where status in ('active', 'pastDue'))), 0)::float8 as mrr
            from held group by currency)
        select c.currency, c.active, c.mrr,
          (select json_agg(json_build_object('month', p.period,
             'started', (select count(*) from held h where h.currency = c.currency and h.began = p.period),
             'ended', (select count(*) from held h where h.currency = c.currency and h.ended = p.period)) order by p.period)
           from periods p where p.unit = 'month') as months
        from sums c order by c.mrr desc, c.currency`,
  )

/** What subscriptions of several currencies bring in a month together, in the school's, by the rates of now; null where they are in no other. */
export const mrrInBase = ({
  figures,
  req,
  tenant,
}: Omit<Given, 'now'> & { figures: readonly SubscriptionFigures[] }): Promise<null | Worth> =>
  worthNow({ all: figures.map(({ currency, mrr }) => ({ amounts: [mrr], currency })), req, tenant })

/** How often a coupon was used by orders that were paid, and what it took off them; minor units. */
export type CouponUse = { code: string; currency: string; discount: number; orders: number }

const MOST_COUPONS = 10

/** The coupons that were used most. */
export const couponUses = ({ req, tenant }: Omit<Given, 'now'>): Promise<CouponUse[]> =>
  rows<CouponUse>(
    req,
    sql`select c.code, o.currency, count(*)::int as orders, sum(o.discount)::float8 as discount
        from coupon_redemptions r join coupons c on c.id = r.coupon_id join orders o on o.id = r.order_id
        where r.tenant_id = ${tenant} and o.status = 'paid' group by c.code, o.currency order by 3 desc, 4 desc, 1 limit ${MOST_COUPONS}`,
  )
