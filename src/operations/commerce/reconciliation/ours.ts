import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Listing, Range } from '@/adapters/payments/types'
import type { Entry } from '@/domain/commerce/reconciliation'

import { rows } from '@/database/transaction'

/**
 * What the school of the request has on record of a provider: all that moved in that time, and all that is listed there,
 * whenever it was; of the kinds that the provider lists.
 */
export const ourEntries = ({
  listing: { kinds, movements },
  provider,
  range: { from, to },
  req,
}: {
  listing: Listing
  provider: string
  range: Range
  req: PayloadRequest
}): Promise<Entry[]> => {
  const listed = JSON.stringify(movements.map(({ id }) => id))
  const inRange = (moment: string) =>
    sql`(${sql.raw(moment)}::timestamptz >= ${from.toISOString()}::timestamptz and ${sql.raw(moment)}::timestamptz < ${to.toISOString()}::timestamptz)`

  return rows<Entry>(
    req,
    sql`with listed as (select jsonb_array_elements_text(${listed}::jsonb) as id),
          moved as (
            select 'payment' as kind, p.provider_payment as id, p.amount, p.currency, p.status::text as state,
              (select sum(e.amount) from ledger_entries e where e.tenant_id = p.tenant_id and e.key = 'order:' || p.order_id and e.account = 'merchantFee') as fee
            from payments p where p.provider = ${provider} and p.status = 'succeeded'
              and (${inRange('p.created_at')} or p.provider_payment in (select id from listed))
            union all
            select 'refund', r.provider_refund, r.amount, r.currency, r.status::text, null
            from refunds r join payments p on p.id = r.payment_id
            where p.provider = ${provider} and r.provider_refund is not null and (r.status <> 'failed' or r.provider_refund in (select id from listed))
              and (${inRange('r.created_at')} or r.provider_refund in (select id from listed))
            union all
            select 'dispute', d.provider_dispute, d.amount, d.currency, d.state::text, d.fee
            from disputes d where d.provider = ${provider} and (${inRange('d.opened_at')} or d.provider_dispute in (select id from listed))
            union all
            select 'transfer', o.provider_transfer, o.amount, o.currency, case when o.status = 'failed' then 'returned' else 'sent' end, null
            from payouts o where o.provider::text = ${provider} and o.provider_transfer is not null
              and (${inRange('o.created_at')} or o.provider_transfer in (select id from listed))
            union all
            select case when t.type = 'fee.charged' then 'fee' else 'payout' end, t.moved, e.amount, e.currency,
              case when t.type = 'fee.charged' then 'charged' when t.is_returned then 'returned' else 'sent' end, null
            from (select min(v.type) as type, v.report ->> 'moved' as moved, bool_or(v.type = 'bank.returned') as is_returned from payment_events v
                where v.provider = ${provider} and v.type in ('fee.charged', 'bank.sent', 'bank.returned')
                  and (${inRange(`(v.report ->> 'occurredAt')`)} or v.report ->> 'moved' in (select id from listed))
                group by v.report ->> 'moved', v.type = 'fee.charged') t
              join ledger_entries e on e.key = case when t.type = 'fee.charged' then 'fee:' else 'bank:' end || ${provider}::text || ':' || t.moved
                and e.account in ('providerFees', 'bank'))
        select kind, id, amount::float8 as amount, currency, state, fee::float8 as fee from moved
        where kind in (select jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb)) order by kind, id`,
  )
}
