import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Owed } from '@/domain/commerce/payouts'

import { rows } from '@/database/transaction'
import { SCHOOL } from '@/domain/commerce/payouts'

import { headsOf } from '../ledger/heads'

type Given = {
  /** Earnings of sales since then are held. */
  cutoff: Date
  req: PayloadRequest
  tenant: string
}

/**
 * What every person is owed by the books, and what the platform holds for the school itself: what is at the provider, less what
 * others are owed of it and what is on its way. A refund of a held sale is held with it, so that it takes nothing of what has cleared.
 */
export const owedOf = ({ cutoff, req, tenant }: Given): Promise<Owed[]> => {
  const since = cutoff.toISOString()

  return rows<Owed>(
    req,
    sql`with recursive ${headsOf(tenant)},
        people as (
          select h.holder, h.currency, -h.balance as owed,
            coalesce((select -sum(e.amount) from ledger_entries e where e.tenant_id = ${tenant}::uuid and e.account = 'earnings'
              and e.holder = h.holder and e.currency = h.currency and e.kind in ('payment', 'refund', 'transfer', 'library')
              and e.line_id in (select p.line_id from ledger_entries p where p.tenant_id = ${tenant}::uuid and p.account = 'earnings'
                and p.holder = h.holder and p.currency = h.currency and p.kind in ('payment', 'transfer', 'library') and p.posted_at > ${since})), 0) as held
          from heads h where h.account = 'earnings'),
        school as (
          select ${SCHOOL}::text as holder, h.currency,
            h.balance + coalesce((select w.balance from heads w where w.account = 'payouts' and w.currency = h.currency), 0)
              - coalesce((select sum(greatest(p.owed, 0)) from people p where p.currency = h.currency), 0) as owed,
            coalesce((select sum(e.amount) from ledger_entries e where e.tenant_id = ${tenant}::uuid and e.currency = h.currency
              and e.account in ('provider', 'earnings') and e.kind in ('payment', 'refund', 'transfer', 'library')
              and e.order_id in (select p.order_id from ledger_entries p where p.tenant_id = ${tenant}::uuid
                and p.account = 'provider' and p.currency = h.currency and p.kind = 'payment' and p.posted_at > ${since})), 0) as held
          from heads h where h.account = 'provider')
        select o.holder, o.currency, o.owed::float8 as owed, o.held::float8 as held,
          coalesce(sum(p.amount) filter (where p.status = 'pending'), 0)::float8 as "onWay",
          coalesce(sum(p.amount) filter (where p.status = 'paid'), 0)::float8 as paid
        from (select * from people union all select * from school) o
        left join payouts p on p.tenant_id = ${tenant}::uuid and p.holder = o.holder and p.currency = o.currency
        group by o.holder, o.currency, o.owed, o.held order by o.currency, o.holder`,
  )
}
