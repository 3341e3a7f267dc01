import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { addDays } from '@/domain/commerce/calendar'
import { QUIET_DAYS } from '@/domain/tenancy/reminders'

/** What a reminder's link opens again. */
export type LeftPurchase = { cohorts: string[]; coupon: null | string; offers: string[] }

/** A checkout that was begun and not finished. `total` in minor units, null where none was agreed. */
export type Unfinished = LeftPurchase & {
  buyer: string
  currency: null | string
  email: string
  /** Whether something else than the checkout itself speaks against a mail: an account that is closed, or another one of these days. */
  isLeftAlone: boolean
  /** Whether it came to a purchase after all. */
  isBought: boolean
  locale: Locale | null
  name: string
  order: null | string
  startedAt: string
  total: null | number
}

/** Whether somebody, by their column, was reminded of something else of late. */
const wasReminded = (now: Date) =>
  sql`exists (select 1 from abandoned_checkouts a where a.buyer_id = u.id
    and a.reminders > 0 and a.reminded_at > ${addDays(now, -QUIET_DAYS).toISOString()})`

const IS_CLOSED = sql.raw(
  `coalesce(u.status::text, '') in ('suspended', 'erased') or u.erasure_at is not null`,
)

/** Whether the buyer `u` has paid for any of the courses that `offers` open since `since`. */
const hasBought = (offers: ReturnType<typeof sql>, since: ReturnType<typeof sql>) =>
  sql`exists (select 1 from orders other join order_lines m on m.order_id = other.id where other.buyer_id = u.id and other.status = 'paid'
    and other.paid_at >= ${since} and m.course_id in (select f.course_id from offers f where f.id = any(${offers})))`

/** An order that waits for its payment or was given up, held until the transaction ends; undefined once it is paid. */
export const unfinishedOrder = ({
  now,
  order,
  req,
}: {
  now: Date
  order: string
  req: PayloadRequest
}): Promise<undefined | Unfinished> =>
  row<Unfinished>(
    req,
    sql`with held as (select * from orders where id = ${order} and status in ('pending', 'failed', 'expired') for no key update),
        bought as (select l.order_id, array_remove(array_agg(distinct l.offer_id), null) as offers, array_remove(array_agg(distinct l.cohort_id), null) as cohorts
          from order_lines l where l.order_id = ${order} group by l.order_id)
        select o.id as "order", u.id as buyer, u.email, coalesce(o.guest_name, u.name) as name, coalesce(o.locale, u.locale::text) as locale,
          to_json(o.created_at) #>> '{}' as "startedAt", o.total::float8 as total, o.currency, b.offers, b.cohorts,
          (select c.code from coupons c where c.id = o.coupon_id) as coupon,
          (${IS_CLOSED}) or ${wasReminded(now)} as "isLeftAlone", ${hasBought(sql`b.offers`, sql`o.created_at`)} as "isBought"
        from held o join users u on u.id = o.buyer_id join bought b on b.order_id = o.id`,
  )

/** What somebody left in their cart; undefined once it is empty. */
export const unfinishedCart = ({
  buyer,
  now,
  req,
}: {
  buyer: string
  now: Date
  req: PayloadRequest
}): Promise<undefined | Unfinished> =>
  row<Unfinished>(
    req,
    sql`select null as "order", u.id as buyer, u.email, u.name, u.locale, to_json(c.at) #>> '{}' as "startedAt", null as total,
          null as currency, c.offers, c.cohorts, null as coupon,
          (${IS_CLOSED}) or ${wasReminded(now)} as "isLeftAlone", ${hasBought(sql`c.offers`, sql`c.at`)} as "isBought"
        from users u join (select i.buyer_id, max(i.updated_at) as at, array_agg(i.offer_id order by i.id) as offers,
            array_remove(array_agg(i.cohort_id), null) as cohorts
          from cart_items i where i.buyer_id = ${buyer} group by i.buyer_id) c on c.buyer_id = u.id`,
  )

/** A checkout that was reminded of once, held until the transaction ends; undefined where that is no longer so. */
export const remindedOnce = (
  req: PayloadRequest,
  checkout: string,
): Promise<undefined | Unfinished> =>
  row<Unfinished>(
    req,
    sql`with held as (select * from abandoned_checkouts where id = ${checkout} and status = 'reminded' and reminders = 1 for update)
        select a.order_id as "order", u.id as buyer, u.email, coalesce(o.guest_name, u.name) as name, coalesce(o.locale, u.locale::text) as locale,
          to_json(a.started_at) #>> '{}' as "startedAt", a.total::float8 as total, a.currency, p.offers, p.cohorts, p.coupon,
          (${IS_CLOSED}) as "isLeftAlone",
          coalesce(o.status = 'paid', false) or ${hasBought(sql`p.offers`, sql`a.started_at`)} as "isBought"
        from held a cross join lateral jsonb_to_record(a.purchase) as p(offers uuid[], cohorts uuid[], coupon text)
          join users u on u.id = a.buyer_id left join orders o on o.id = a.order_id`,
  )
