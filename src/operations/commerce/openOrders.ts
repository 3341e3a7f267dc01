import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { GiftWish } from '@/domain/commerce/gifts'
import type { Taxation } from '@/domain/commerce/tax/taxed'
import type { Locale } from '@/domain/tenancy/locales'

import { rows } from '@/database/transaction'

/** An order that still waits for its payment, and is none of a place that is moved. Amounts in minor units. */
export type OpenOrder = {
  /** The school's own currency. */
  base: string
  buyer: string
  code: null | string
  coupon: null | string
  currency: string
  expiresAt: Date
  /** The order after whose payment it was proposed. */
  follows: null | string
  /** Whom it is for, where that is somebody else. */
  gift: GiftWish | null
  /** Whether nobody was signed in when it was placed. */
  isGuest: boolean
  /** Whether it begins a subscription or a plan, and so needs a card though nothing be due today. */
  isRecurring: boolean
  /** Whether the card that pays it is kept for one more purchase, which is proposed after the payment. */
  keepsCard: boolean
  /** The language in which its lines are named; null where the school's own was not chosen by anybody. */
  locale: Locale | null
  /** Without an offer it is the tip; the price of one that is named was its buyer's to choose. */
  lines: {
    amount: number
    base: number
    cohort: null | string
    isNamed: boolean
    offer: null | string
    title: string
  }[]
  order: string
  paymentUrl: null | string
  provider: null | string
  session: null | string
  taxation: null | Taxation
  total: number
}

type Stored = Omit<OpenOrder, 'expiresAt' | 'gift'> & {
  expiresAt: string
  gift: null | (Omit<GiftWish, 'deliverAt'> & { deliverAt: null | string })
}

/**
 * The buyer's open orders for any of the courses, for the buyer or, with `isGift`, for others, oldest first; `lock` keeps them from changing until
 * the transaction ends.
 */
export const openOrders = ({
  buyer,
  courses,
  isGift = false,
  lock = false,
  req,
}: {
  buyer: string
  courses: readonly string[]
  isGift?: boolean
  lock?: boolean
  req: PayloadRequest
}): Promise<OpenOrder[]> =>
  find({
    lock,
    req,
    which: sql`o.buyer_id = ${buyer} and o.is_gift is ${isGift ? sql`true` : sql`not true`} and exists (
      select 1 from order_lines l where l.order_id = o.id and l.course_id = any(${sql.param([...courses])}::uuid[]))`,
  })

/** A guest's open order, locked until the transaction ends; none where `order` is null, closed, or no guest's. */
export const openGuestOrder = async (
  req: PayloadRequest,
  order: null | string,
): Promise<OpenOrder[]> =>
  order ? find({ lock: true, req, which: sql`o.id = ${order} and o.guest_name is not null` }) : []

/** An open order by its id. */
export const openOrder = async (
  req: PayloadRequest,
  order: string,
): Promise<OpenOrder | undefined> =>
  (await find({ lock: false, req, which: sql`o.id = ${order}` }))[0]

const find = async ({
  lock,
  req,
  which,
}: {
  lock: boolean
  req: PayloadRequest
  which: SQL
}): Promise<OpenOrder[]> => {
  const found = await rows<Stored>(
    req,
    sql`select o.id as "order", o.buyer_id as buyer, o.guest_name is not null as "isGuest", o.coupon_id as coupon,
          o.currency, (select t.settings_currency from tenants t where t.id = o.tenant_id) as base, o.locale, o.follows_id as follows, coalesce(o.keeps_card, false) as "keepsCard", o.expires_at as "expiresAt", o.terms is not null as "isRecurring", o.total::float8 as total,
          (select json_build_object('name', g.recipient_name, 'email', g.recipient_email, 'message', g.message, 'deliverAt', to_json(g.deliver_at) #>> '{}')
             from gifts g where g.order_id = o.id) as gift,
          o.provider, o.session, o.taxation, o.payment_url as "paymentUrl",
          (select c.code from coupons c where c.id = o.coupon_id) as code,
          (select json_agg(json_build_object('amount', l.total::float8, 'base', l.base::float8, 'cohort', l.cohort_id, 'isNamed', coalesce(l.is_named, false), 'offer', l.offer_id, 'title', l.title) order by l.id)
             from order_lines l where l.order_id = o.id) as lines
        from orders o
        where o.status = 'pending' and o.subscription_id is null and ${which}
          and not exists (select 1 from place_transfers m where m.order_id = o.id)
        order by o.id ${lock ? sql`for no key update of o` : sql``}`,
  )

  return found.map(({ gift, ...order }) => ({
    ...order,
    expiresAt: new Date(order.expiresAt),
    gift: gift && { ...gift, deliverAt: gift.deliverAt === null ? null : new Date(gift.deliverAt) },
  }))
}
