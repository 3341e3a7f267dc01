import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

/** What names the postings by which others earn of a whole sale than did before. */
export const transferKey = ({ line, transfer }: { line: string; transfer: string }): string =>
  `transfer:${transfer}:${line}`

/**
 * Who earned what of the whole sale of a line by the books, as JSON in the form of a split: by its payment, by how a library
 * was used, or by what moved its place to another course since.
 */
export const earnedOf = ({ line, tenant }: { line: SQL; tenant: string }): SQL => sql`coalesce((
  select json_agg(json_build_object('amount', b.amount, 'person', b.person, 'rule', b.rule) order by b.place) from (
    select -sum(e.amount)::float8 as amount, e.holder as person, e.rule_id as rule, min(e.place) as place from ledger_entries e
    where e.tenant_id = ${tenant}::uuid and e.line_id = ${line} and e.account = 'earnings'
      and (e.kind = 'payment' or (e.kind = 'transfer' and e.key like 'transfer:%') or (e.kind = 'library' and e.key like 'library:%'))
    group by e.holder, e.rule_id having sum(e.amount) <> 0) b), '[]'::json)`
