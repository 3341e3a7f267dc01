import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** What reminders brought back of one currency: `total` in minor units. */
type Brought = { currency: string; orders: number; total: number }

/** What reminding of unfinished checkouts came to within the last twelve months. */
export type RecoveredCheckouts = {
  /** The currency with the most first. */
  brought: Brought[]
  checkouts: number
  reminders: number
}

/** How many checkouts were left and reminded of within the last twelve months, and what came back of it. */
export const recoveredCheckouts = async ({
  now,
  req,
  tenant,
}: {
  now: Date
  req: PayloadRequest
  tenant: string
}): Promise<RecoveredCheckouts> => {
  const since = sql`${now.toISOString()}::timestamptz - interval '1 year'`
  const [found] = await rows<RecoveredCheckouts>(
    req,
    sql`select count(*)::int as checkouts, coalesce(sum(a.reminders), 0)::int as reminders,
          (select coalesce(json_agg(json_build_object('currency', b.currency, 'orders', b.orders, 'total', b.total) order by b.total desc, b.currency), '[]'::json)
           from (select o.currency, count(*)::int as orders, sum(o.total)::float8 as total
             from abandoned_checkouts r join orders o on o.id = r.recovered_by_id
             where r.tenant_id = ${tenant} and r.recovered_at > ${since} group by o.currency) b) as brought
        from abandoned_checkouts a where a.tenant_id = ${tenant} and a.started_at > ${since}`,
  )

  return found ?? { brought: [], checkouts: 0, reminders: 0 }
}
