import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PaymentLine } from '@/adapters/payments/types'
import type { OrderStatus } from '@/domain/commerce/orders'

import { paddleInBrowser } from '@/adapters/payments/index'
import { row } from '@/database/transaction'
import { merchantOf } from '@/domain/commerce/providers'
import { checkoutPath, completePath } from '@/domain/commerce/paths'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

import { keyOf } from './orderKeys'

/** What the page shows that opens Paddle's checkout for an order. Amounts in minor units of `currency`. */
export type PaddlePage = {
  /** Where the buyer comes to without having paid. */
  back: string
  currency: string
  /** Whether it can still be paid. */
  isOpen: boolean
  lines: PaymentLine[]
  merchant: string
  /** Where the buyer comes to from paying. */
  next: string
  paddle: { isSandbox: boolean; script: string; token: string }
  school: string
  total: number
  transaction: string
}

type Stored = {
  cohorts: string[]
  coupon: null | string
  currency: string
  expiresAt: string
  id: string
  isGuest: boolean
  lines: PaymentLine[]
  offers: string[]
  school: string
  status: OrderStatus
  tenant: string
  total: number
}

/**
 * The page of a transaction at Paddle, for its own buyer; a guest's for whoever holds the transaction's name, as with any
 * provider's page. Null for anybody else, and where the school has no account with Paddle.
 */
export const paddlePage = async ({
  buyer,
  now,
  req,
  transaction,
}: {
  /** Who is signed in; null for a visitor. */
  buyer: null | string
  now: Date
  req: PayloadRequest
  transaction: string
}): Promise<null | PaddlePage> => {
  const school = textIn(await languageOf(req), 'tenants', {
    field: 'name',
    of: sql`t.id`,
    own: sql`t.name`,
  })
  const stored = await row<Stored>(
    req,
    sql`select o.id, o.currency, o.total::float8 as total, o.status::text as status, o.expires_at as "expiresAt", ${school} as school,
          o.guest_name is not null as "isGuest", o.tenant_id as tenant, (select c.code from coupons c where c.id = o.coupon_id) as coupon,
          l.lines, l.offers, l.cohorts
        from orders o join tenants t on t.id = o.tenant_id cross join lateral (
          select json_agg(json_build_object('amount', x.total::float8, 'title', x.title) order by x.id) as lines,
            coalesce(json_agg(x.offer_id order by x.id) filter (where x.offer_id is not null), '[]') as offers,
            coalesce(json_agg(x.cohort_id order by x.id) filter (where x.cohort_id is not null), '[]') as cohorts
          from order_lines x where x.order_id = o.id) l
        where o.provider = 'paddle' and o.session = ${transaction} and (o.buyer_id = ${buyer} or o.guest_name is not null)`,
  )
  const paddle = stored && (await paddleInBrowser(req))
  if (!stored || !paddle) {
    return null
  }
  const { id, cohorts, coupon, currency, isGuest, lines, offers, status, total } = stored
  const expiresAt = new Date(stored.expiresAt)
  const key = isGuest ? keyOf({ expiresAt, order: id }, stored.tenant) : null

  return {
    back: offers.length > 0 ? checkoutPath({ cohorts, coupon, offers }) : '/account/orders',
    currency,
    isOpen: status === 'pending' && expiresAt > now,
    lines,
    merchant: merchantOf('paddle') ?? '',
    next: completePath(id, key),
    paddle,
    school: stored.school,
    total,
    transaction,
  }
}
