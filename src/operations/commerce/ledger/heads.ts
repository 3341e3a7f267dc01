import { sql } from '@payloadcms/db-postgres'

/**
 * The last row of each account, holder and currency of a school as `heads (account, holder, currency, balance, sequence)`, to stand after
 * `with recursive`: found by walking the index from one to the one before it, so that it costs the same whatever the books hold.
 */
export const headsOf = (tenant: string) => sql`heads as (
  (select account, holder, currency, balance, sequence from ledger_entries where tenant_id = ${tenant}::uuid
   order by account desc, holder desc, currency desc, sequence desc limit 1)
  union all
  select n.account, n.holder, n.currency, n.balance, n.sequence from heads h cross join lateral (
    select e.account, e.holder, e.currency, e.balance, e.sequence from ledger_entries e
    where e.tenant_id = ${tenant}::uuid and (e.account, e.holder, e.currency) < (h.account, h.holder, h.currency)
    order by e.account desc, e.holder desc, e.currency desc, e.sequence desc limit 1) n)`
