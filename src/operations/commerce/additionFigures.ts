import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** What came of offering something beside an offer: of `orders` paid since, how many took it, and for how much, in minor units. */
export type AdditionFigures = {
  currency: null | string
  id: string
  orders: number
  taken: number
  title: string
  total: number
}

/** The figures of everything that a school offers beside its offers, the one that brought the most first. */
export const additionFigures = ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<AdditionFigures[]> =>
  rows<AdditionFigures>(
    req,
    sql`select a.id, a.title,
          (select count(distinct o.id)::int from orders o join order_lines l on l.order_id = o.id
           where l.offer_id = a.offer_id and o.status = 'paid' and o.paid_at >= a.created_at) as orders,
          coalesce(t.taken, 0)::int as taken, coalesce(t.total, 0)::float8 as total, t.currency
        from offer_additions a left join lateral (
          select o.currency, count(distinct o.id) as taken, sum(l.total) as total
          from order_lines l join orders o on o.id = l.order_id
          where l.addition_id = a.id and o.status = 'paid' group by o.currency) t on true
        where a.tenant_id = ${tenant} order by total desc, a.id limit 50`,
  )
