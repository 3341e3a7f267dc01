import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OrderSearch } from '@/domain/commerce/orderSearch'
import type { GiftStatus } from '@/domain/commerce/gifts'
import type { OrderStatus } from '@/domain/commerce/orders'
import type { LeftFor } from '@/domain/commerce/transfers'

import { rows } from '@/database/transaction'
import { SHOWN_COURSE } from '@/operations/catalog/shownCourse'

/** A gift as its buyer's list of orders shows it; moments in ISO 8601. */
export type ListedGift = {
  deliverAt: null | string
  email: string
  id: string
  name: string
  redeemedAt: null | string
  status: GiftStatus
}

/** An order as its buyer's list shows it. Amounts in minor units of `currency`, moments in ISO 8601. */
export type ListedOrder = {
  coupon: null | string
  currency: string
  discount: number
  /** Whom it is for, where that is somebody else. */
  gift: ListedGift | null
  id: string
  /** Its invoice; null where nothing was paid, and where a merchant of record sold it. */
  invoice: null | { id: string; number: string }
  /**
   * `access` is how long a course stays open to its buyer by this order, null where it opened none; `leftFor` where the
   * place of a line went, where it was moved.
   */
  lines: {
    access: null | { isOpen: boolean; until: null | string }
    amount: number
    id: string
    isShown: boolean
    leftFor: LeftFor | null
    slug: string
    title: string
  }[]
  /** Who sold it, where that was not the school. */
  merchant: null | string
  number: string
  /** When it was paid, else when it was placed. */
  orderedAt: string
  /** Where it can still be paid; null otherwise. */
  payAt: null | string
  /** What went back of it, the oldest first; `amount` while it is under way as well. */
  refunds: {
    amount: number
    creditNote: null | { id: string; number: string }
    id: string
    refundedAt: null | string
  }[]
  status: OrderStatus
  tax: number
  total: number
}

/** Everything somebody ever ordered, or what of it fits a search, the newest first, in one statement; days are of their school's zone. */
export const ordersOf = ({
  buyer,
  req,
  ...search
}: OrderSearch & {
  buyer: string
  req: PayloadRequest
}): Promise<ListedOrder[]> =>
  rows<ListedOrder>(
    req,
    sql`select o.id, o.number, o.status::text as status, o.currency, o.total::float8 as total,
          o.discount::float8 as discount, o.tax::float8 as tax, k.code as coupon,
          to_json(coalesce(o.paid_at, o.created_at)) #>> '{}' as "orderedAt",
          (select json_build_object('id', i.id, 'number', i.number) from invoices i where i.order_id = o.id) as invoice, o.merchant,
          (select json_build_object('id', g.id, 'name', g.recipient_name, 'email', g.recipient_email, 'status', g.status,
             'deliverAt', to_json(g.deliver_at) #>> '{}', 'redeemedAt', to_json(g.redeemed_at) #>> '{}') from gifts g where g.order_id = o.id) as gift,
          case when o.status = 'pending' and o.expires_at > now() then o.payment_url end as "payAt",
          (select coalesce(json_agg(json_build_object('id', r.id, 'amount', r.amount::float8, 'refundedAt', to_json(r.settled_at) #>> '{}',
             'creditNote', (select json_build_object('id', n.id, 'number', n.number) from credit_notes n where n.refund_id = r.id)) order by r.id), '[]'::json)
           from refunds r where r.order_id = o.id and r.status <> 'failed') as refunds,
          (select coalesce(json_agg(json_build_object('id', l.id, 'title', l.title, 'amount', l.base::float8, 'slug', coalesce(c.slug, ''), 'isShown', coalesce(${SHOWN_COURSE}, false),
             'access', (select json_build_object('isOpen', g.ends_at is null or g.ends_at > now(), 'until', to_json(g.ends_at) #>> '{}')
               from enrollments e join access_grants g on g.enrollment_id = e.id and g.order_id = o.id
               where e.learner_id = o.buyer_id and e.course_id = l.course_id order by g.ends_at desc nulls first limit 1),
             'leftFor', (select json_build_object('to', n.title, 'person', case when m.receiver_id <> m.holder_id then u.name end)
               from place_transfers m join order_lines n on n.order_id = m.order_id join users u on u.id = m.receiver_id
               where m.line_id = l.id and m.completed_at is not null)) order by l.id), '[]'::json)
           from order_lines l left join courses c on c.id = l.course_id where l.order_id = o.id) as lines
        from orders o left join coupons k on k.id = o.coupon_id
        where o.buyer_id = ${buyer} and ${fitting(search)} order by o.created_at desc, o.id desc`,
  )

/** What holds of an order `o` that fits a search. */
const fitting = ({ from, status, text, to }: OrderSearch): SQL => {
  const like = `%${(text ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const at = sql`(coalesce(o.paid_at, o.created_at) at time zone (select coalesce(t.settings_time_zone, 'UTC') from tenants t where t.id = o.tenant_id))`
  const all = [
    sql`true`,
    ...(text
      ? [
          sql`(o.number ilike ${like}
            or exists (select 1 from invoices i where i.order_id = o.id and i.number ilike ${like})
            or exists (select 1 from order_lines l where l.order_id = o.id and l.title ilike ${like}))`,
        ]
      : []),
    ...(status === 'refunded'
      ? [sql`exists (select 1 from refunds r where r.order_id = o.id and r.status = 'succeeded')`]
      : status
        ? [sql`o.status::text = ${status}`]
        : []),
    ...(from ? [sql`${at} >= ${from}::date`] : []),
    ...(to ? [sql`${at} < ${to}::date + 1`] : []),
  ]

  return sql.join(all, sql` and `)
}
