import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OrderStatus } from '@/domain/commerce/orders'

import { rows } from '@/database/transaction'
import { SHOWN_COURSE } from '@/operations/catalog/shownCourse'

/** An order as its buyer's list shows it. Amounts in minor units of `currency`, moments in ISO 8601. */
export type ListedOrder = {
  coupon: null | string
  currency: string
  discount: number
  id: string
  /** Its invoice; null where nothing was paid. */
  invoice: null | { id: string; number: string }
  lines: { amount: number; id: string; isShown: boolean; slug: string; title: string }[]
  number: string
  /** When it was paid, else when it was placed. */
  orderedAt: string
  /** Where it can still be paid; null otherwise. */
  payAt: null | string
  status: OrderStatus
  tax: number
  total: number
}

/** Everything somebody ever ordered, the newest first, in one statement. */
export const ordersOf = ({
  buyer,
  req,
}: {
  buyer: string
  req: PayloadRequest
}): Promise<ListedOrder[]> =>
  rows<ListedOrder>(
    req,
    sql`select o.id, o.number, o.status::text as status, o.currency, o.total::float8 as total,
          o.discount::float8 as discount, o.tax::float8 as tax, k.code as coupon,
          to_json(coalesce(o.paid_at, o.created_at)) #>> '{}' as "orderedAt",
          (select json_build_object('id', i.id, 'number', i.number) from invoices i where i.order_id = o.id) as invoice,
          case when o.status = 'pending' and o.expires_at > now() then o.payment_url end as "payAt",
          (select coalesce(json_agg(json_build_object('id', l.id, 'title', l.title, 'amount', l.base::float8, 'slug', c.slug, 'isShown', ${SHOWN_COURSE}) order by l.id), '[]'::json)
           from order_lines l join courses c on c.id = l.course_id where l.order_id = o.id) as lines
        from orders o left join coupons k on k.id = o.coupon_id
        where o.buyer_id = ${buyer} order by o.created_at desc, o.id desc`,
  )
