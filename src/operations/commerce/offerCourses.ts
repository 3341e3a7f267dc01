import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { Language } from '@/operations/translation/textIn'

import { textIn } from '@/operations/translation/textIn'

/**
 * Price of the course `c` by itself and for good, in the currency of the school `t`: that of its offer
 * of one payment which stands first.
 */
const PRICE_APART = sql`(
  select xp.amount::float8 from offers x
  join offers_prices xp on xp._parent_id = x.id and xp.currency = t.settings_currency
  where x.course_id = c.id and x.is_active and x.kind = 'oneTime' and x.access_unit = 'forever'
    and not exists (select 1 from offers_rels xr where xr.parent_id = x.id and xr.path = 'courses')
  order by coalesce(x.is_default, false) desc, x.position, x.id limit 1)`

/**
 * Courses of the offer `o` of the school `t`, its own first, as a lateral join `bundle`: `courses`
 * (`OfferedCourse[]` as JSON, named in a language), and whether all of them are published.
 */
export const bundleIn = (language: Language): SQL => sql`cross join lateral (
  select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'title', ${textIn(language, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })}, 'price', ${PRICE_APART}) order by k.place) as courses,
    bool_and(c._status = 'published' and c.deleted_at is null) as "isWhole"
  from (
    select o.course_id as id, 0 as place
    union all
    select r.courses_id, r."order" from offers_rels r where r.parent_id = o.id and r.path = 'courses'
  ) k join courses c on c.id = k.id
) bundle`

/** Whether the offer `o` still has time to sell: one until a date that is over opens nothing any more. */
export const ON_SALE: SQL = sql`(o.access_unit is distinct from 'until' or o.access_until > now())`

/** The access rule of the offer `o`, as JSON: what is paid for again and again is open while it is paid for. */
export const RULE: SQL = sql`case when o.kind not in ('subscription', 'plan') and o.access_unit = 'until'
  then json_build_object('unit', 'until', 'count', null, 'until', o.access_until) else json_build_object(
  'unit', case when o.kind in ('subscription', 'plan') then 'whilePaid' else coalesce(o.access_unit::text, 'forever') end,
  'count', case when o.kind not in ('subscription', 'plan') and o.access_unit <> 'forever' then o.access_count::int end) end`

/** The terms of the recurring offer `o` at its price `p` in the currency of the school `t`, as JSON; null for any other. */
export const TERMS: SQL = sql`case when o.kind in ('subscription', 'plan') then json_build_object(
  'amount', p.amount::float8, 'currency', t.settings_currency, 'kind', o.kind,
  'interval', case when o.kind = 'plan' then 'month' else coalesce(o.interval::text, 'month') end,
  'payments', case when o.kind = 'plan' then o.payments::int end,
  'setupFee', coalesce(p.setup_fee, 0)::float8,
  'trialDays', case when o.kind = 'plan' then 0 else coalesce(o.trial_days, 0)::int end) end`

/** Between what the buyer of the offer `o` names the price `p`, as JSON (`OpenPrice`); null where the price is fixed. */
export const OPEN: SQL = sql`case when o.kind = 'oneTime' and o.is_open_price then json_build_object(
  'least', coalesce(p.least, 0)::float8, 'most', p.most::float8, 'suggested', p.amount::float8) end`

/** Whether the buyer of the offer `o` is asked for a tip. */
export const TAKES_TIPS: SQL = sql`(o.kind in ('free', 'oneTime') and coalesce(o.takes_tips, false))`
