import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OrderStatus } from '@/domain/commerce/orders'

import { LASTING_ENROLLMENT } from '@/database/openEnrollments'
import { row } from '@/database/transaction'

/** What a buyer is shown of an order after paying; `total` in minor units. */
export type OrderOutcome = {
  courses: { slug: string; title: string }[]
  currency: string
  id: string
  /** Whether it was bought for somebody else. */
  isGift: boolean
  isGuest: boolean
  /** Id of its invoice, where it has one. */
  invoice: null | string
  isOpened: boolean
  /** Who sold it, where that was not the school. */
  merchant: null | string
  number: string
  offers: string[]
  status: OrderStatus
  total: number
}

/**
 * An order of this buyer, and whether all its courses are open to her by now; null for anybody else's.
 * By the key of a guest's order, the order alone: nothing of the account it belongs to.
 */
export const orderOutcome = async ({
  buyer,
  hasKey,
  order,
  req,
}: {
  buyer: null | string
  hasKey: boolean
  order: string
  req: PayloadRequest
}): Promise<null | OrderOutcome> => {
  const found = await row<OrderOutcome>(
    req,
    sql`select o.id, o.number, o.status::text as status, o.total::float8 as total, o.currency,
          (select i.id from invoices i where i.order_id = o.id) as invoice, o.merchant,
          json_agg(json_build_object('slug', c.slug, 'title', c.title) order by l.id) as courses,
          json_agg(distinct l.offer_id) as offers,
          o.buyer_id is distinct from ${buyer} as "isGuest",
          case when o.buyer_id = ${buyer} and o.is_gift is not true then bool_and(e.id is not null) else o.status = 'paid' end as "isOpened",
          o.is_gift is true as "isGift"
        from orders o
        join order_lines l on l.order_id = o.id
        join courses c on c.id = l.course_id
        left join enrollments e on e.course_id = l.course_id and e.learner_id = o.buyer_id and ${LASTING_ENROLLMENT}
        where o.id::text = ${order} and (o.buyer_id = ${buyer} or (${hasKey} and o.guest_name is not null))
        group by o.id`,
  )

  return found ?? null
}
