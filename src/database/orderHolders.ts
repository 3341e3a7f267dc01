import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

/** Who learns by the order `o`: its buyer, or of a gift whoever redeemed it; null while nobody has. */
export const HOLDER = sql.raw('(case when o.is_gift then o.holder_id else o.buyer_id end)')

/** Whether somebody learns by the order `o`; both of its columns are indexed. */
export const isHeldBy = (who: null | string): SQL =>
  sql`((o.buyer_id = ${who}::uuid and o.is_gift is not true) or o.holder_id = ${who}::uuid)`
