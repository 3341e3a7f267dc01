import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProposalStep } from '@/domain/commerce/upsells'

import { rows } from '@/database/transaction'

/** What came of a step of an upsell: how often it was shown, taken and paid, and declined, and for how much it was bought, in minor units. */
export type UpsellFigures = {
  currency: string
  declined: number
  id: string
  shown: number
  step: ProposalStep
  taken: number
  title: string
  total: number
}

/** The figures of everything that a school proposes after a payment, by currency, the one that brought the most first. */
export const upsellFigures = ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<UpsellFigures[]> =>
  rows<UpsellFigures>(
    req,
    sql`select u.id, p.step, f.currency, case when p.step = 'downsell' then u.downsell_title else u.title end as title,
          count(*)::int as shown, count(*) filter (where o.status = 'paid')::int as taken,
          count(*) filter (where p.answer = 'declined')::int as declined,
          coalesce(sum(o.total) filter (where o.status = 'paid'), 0)::float8 as total
        from upsell_proposals p join upsells u on u.id = p.upsell_id join orders f on f.id = p.order_id left join orders o on o.id = p.placed_id
        where p.tenant_id = ${tenant} group by u.id, p.step, f.currency order by total desc, u.id, p.step desc limit 50`,
  )
