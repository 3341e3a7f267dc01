import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { LedgerEntry, LedgerKind } from '@/domain/commerce/ledger'

import { rows } from '@/database/transaction'

type Posting = {
  currency: string
  dispute?: string
  entries: readonly LedgerEntry[]
  /** Names what is posted: under one key nothing is posted twice. */
  key: string
  kind: LedgerKind
  order: null | string
  payout?: string
  refund?: string
  req: PayloadRequest
  tenant: string
}

/**
 * Holds the school's ledger until the caller's transaction ends: what is read of it from here on is what the next
 * posting follows.
 */
export const holdLedger = async ({
  req,
  tenant,
}: Pick<Posting, 'req' | 'tenant'>): Promise<void> => {
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`ledger:${tenant}`}, 0))`)
}

/**
 * Posts entries that sum to zero, in the caller's transaction, once for their key. A school's postings wait for one
 * another until that transaction ends, so that each row follows the last of its account. The database refuses, at the
 * end of the transaction, what does not sum to zero.
 */
export const post = async ({
  currency,
  dispute,
  entries,
  key,
  kind,
  order,
  payout,
  refund,
  req,
  tenant,
}: Posting): Promise<void> => {
  if (entries.length === 0) {
    return
  }
  await holdLedger({ req, tenant })
  await rows(
    req,
    sql`with given as (
          select place, account::enum_ledger_entries_account as account, coalesce(holder, '') as holder, amount, line, rule from
            jsonb_to_recordset(${JSON.stringify(entries.map((entry, place) => ({ ...entry, place })))}::jsonb)
              as g(place int, account text, holder text, amount numeric, line uuid, rule uuid))
        insert into ledger_entries
          (id, tenant_id, key, place, posted_at, kind, account, holder, amount, balance, currency, sequence, order_id, line_id,
            rule_id, refund_id, payout_id, dispute_id)
        select uuidv7(), ${tenant}::uuid, ${key}, g.place, now(), ${kind}::enum_ledger_entries_kind, g.account, g.holder, g.amount,
          coalesce(last.balance, 0) + sum(g.amount) over behind, ${currency},
          coalesce(last.sequence, 0) + count(*) over behind, ${order}::uuid, g.line,
          g.rule, ${refund ?? null}::uuid, ${payout ?? null}::uuid, ${dispute ?? null}::uuid
        from given g left join lateral (
          select e.balance, e.sequence from ledger_entries e
          where e.tenant_id = ${tenant}::uuid and e.account = g.account and e.holder = g.holder and e.currency = ${currency}
          order by e.sequence desc limit 1) last on true
        where not exists (select 1 from ledger_entries k where k.tenant_id = ${tenant}::uuid and k.key = ${key})
        window behind as (partition by g.account, g.holder order by g.place)
        order by g.place`,
  )
}
