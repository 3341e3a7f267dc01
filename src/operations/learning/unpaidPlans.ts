import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

/** A payment that a learner owes; `amount` in minor units of `currency`, `until` (ISO 8601) as long as access lasts. */
export type UnpaidPlan = {
  amount: number
  currency: string
  id: string
  plan: string
  until: null | string
}

/**
 * What could not be charged of a learner's subscriptions and plans that still run, as JSON (`UnpaidPlan[]`); nothing for
 * visitors. Access lasts until the latest end of the courses that each opens.
 */
export const unpaidPlans = (learner: null | string): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', s.id, 'plan', s.title, 'currency', s.currency,
    'amount', coalesce((select o.total::float8 from orders o where o.subscription_id = s.id and o.period = s.paid_periods), s.amount::float8),
    'until', (select to_json(max(g.ends_at)) #>> '{}' from access_grants g where g.key = 'subscription:' || s.id)) order by s.id), '[]'::json)
  from subscriptions s where s.buyer_id = ${learner}::uuid and s.status = 'pastDue')`
