import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

/** Whether a refund that ended access took the place of the order line `l` back, from it or from a line it was moved from. */
const IS_REFUNDED = sql`exists (with recursive paid as (
    select l.id as line
    union all
    select m.line_id from paid p join order_lines x on x.id = p.line
    join place_transfers m on m.order_id = x.order_id and m.completed_at is not null)
  select 1 from paid p join refund_lines g on g.line_id = p.line
  join refunds r on r.id = g.refund_id and r.status = 'succeeded' and r.ends_access)`

/** Whether a lost dispute took the money of the order line `l`, and the school closes what is contested. */
const IS_CONTESTED = sql`exists (select 1 from disputes d join tenants t on t.id = d.tenant_id
  where d.order_id = l.order_id and d.state = 'lost' and coalesce(t.settings_dispute_access::text, 'suspend') = 'suspend')`

/**
 * Whether what the order line `l` opened is somebody's no more, since its place was moved, or the school closed it with its
 * money gone back; or never was, since its order was to move a place and did not.
 */
export const IS_LEFT: SQL = sql`(exists (select 1 from place_transfers m
  where (m.line_id = l.id and m.completed_at is not null) or (m.order_id = l.order_id and m.completed_at is null))
  or ${IS_REFUNDED} or ${IS_CONTESTED})`
