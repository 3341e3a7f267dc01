import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { GiftWish } from '@/domain/commerce/gifts'
import type { Quote } from '@/domain/commerce/quote'
import type { Taxation } from '@/domain/commerce/tax/taxed'

import { row } from '@/database/transaction'
import { withCoupon } from '@/domain/commerce/subscriptions'
import { INVITATION_MS } from '@/domain/commerce/guests'
import { isKeepingCard } from '@/domain/commerce/upsells'
import { orderNumberFrom } from '@/domain/commerce/orderNumbers'
import { ORDER_LIFETIME_MS, SEATED_ORDER_LIFETIME_MS } from '@/domain/commerce/orders'
import { sealedParty } from '@/operations/tenancy/taxIds'
import { announce } from '@hooks/events/announce'

import type { StoredCoupon } from '../coupons'
import type { OfferOnSale } from '../offers'
import type { OpenOrder } from '../openOrders'

import { holdCoupon } from '../coupons'
import { keepExchange } from '../exchange/keep'
import { insertGift } from '../gifts/place'
import { linesInto, linesOf, tipLine } from '../orderLines'
import { acceptedPages, type Particulars } from './particulars'
import { tipTitle } from './tipTitle'

type Insertion = {
  buyer: string
  /** The cohorts that were chosen, by what they are chosen for. */
  cohorts: ReadonlyMap<string, string>
  coupon: null | StoredCoupon
  /** Whom it is for, where that is somebody else. */
  gift?: GiftWish | null
  /** The order after whose payment it was proposed. */
  follows?: null | string
  /** Set where nobody is signed in, with the name typed. */
  guest: null | { name: string }
  /** For how long it waits for its payment, in milliseconds, where that is said otherwise. */
  lasts?: number
  now: Date
  offers: OfferOnSale[]
  particulars: Particulars
  priced: Quote
  req: PayloadRequest
  taxation: null | Taxation
  tenant: string
}

/**
 * Writes an order with its lines and the use of its coupon, which the caller has taken, and announces `order.placed`. What
 * costs an account nothing, and does not recur, is paid at once and announced as `order.paid`. Runs in the caller's transaction.
 */
export const insertOrder = async ({
  buyer,
  cohorts,
  coupon,
  follows = null,
  gift = null,
  guest,
  lasts,
  now,
  offers,
  particulars: { accepts, billing = null, locale = null, mayRemind = false },
  priced,
  req,
  taxation,
  tenant,
}: Insertion): Promise<OpenOrder> => {
  const { base, currency, discount, tax, total } = priced
  const agreed = offers[0]?.terms ?? null
  const terms = agreed && coupon ? withCoupon(agreed, coupon) : agreed
  const isDone = total === 0 && !guest && !terms
  const lifetime = lasts ?? (cohorts.size > 0 ? SEATED_ORDER_LIFETIME_MS : ORDER_LIFETIME_MS)
  const expiresAt = new Date(now.getTime() + (total === 0 && guest ? INVITATION_MS : lifetime))
  const keepsCard = !gift && !follows && isKeepingCard({ offers, total })
  const title = priced.tip ? await tipTitle({ locale, req, tenant }) : ''
  const lines = [...linesOf({ cohorts, offers, priced }), ...tipLine(priced, title)]
  const inserted = await row<{ id: string }>(
    req,
    sql`with placed as (
          insert into orders (id, tenant_id, number, buyer_id, guest_name, status, base, discount, tax, total, currency, coupon_id, terms, taxation, paid_at, expires_at,
            billing, locale, may_remind, keeps_card, follows_id, accepted, accepted_at)
          select uuidv7(), ${tenant}::uuid, ${orderNumberFrom(randomBytes(8))}, ${buyer}::uuid, ${guest?.name ?? null}, ${isDone ? 'paid' : 'pending'}::enum_orders_status,
            ${base}::numeric, ${discount}::numeric, ${tax}::numeric, ${total}::numeric, ${currency}, ${coupon?.id ?? null}::uuid, ${terms && JSON.stringify(terms)}::jsonb,
            ${taxation && JSON.stringify(taxation)}::jsonb,
            ${isDone ? now.toISOString() : null}::timestamptz, ${expiresAt.toISOString()}::timestamptz,
            ${billing && JSON.stringify(sealedParty(billing, { tenant }))}::jsonb, ${locale}, ${mayRemind}::boolean, ${keepsCard}::boolean, ${follows}::uuid, a.pages, case when a.pages is not null then now() end
          from (${acceptedPages(accepts)}) a
          returning id),
        lines as (${linesInto({ lines, order: sql`(select id from placed)`, tenant })})
        select id from placed`,
  )
  if (!inserted) {
    throw new Error('The order was not written.')
  }
  const order = inserted.id
  const own = offers[0]?.base ?? currency
  if (own !== currency) {
    await keepExchange({ order, req, tenant })
  }
  if (gift) {
    await insertGift({ buyer, gift, locale, order, req, tenant })
  }
  if (coupon) {
    await holdCoupon({ buyer, coupon: coupon.id, order, req, tenant })
  }
  await (isDone
    ? announce({ data: { order }, fact: 'order.paid', req, tenant })
    : announce({ data: { order }, fact: 'order.placed', req, tenant }))

  return {
    base: own,
    buyer,
    code: coupon?.code ?? null,
    coupon: coupon?.id ?? null,
    currency,
    expiresAt,
    follows,
    gift,
    isGuest: guest !== null,
    isRecurring: terms !== null,
    keepsCard,
    lines: lines.map((line) => ({
      amount: line.total,
      base: line.base,
      cohort: line.cohort,
      isNamed: line.isNamed ?? false,
      offer: line.offer,
      title: line.title,
    })),
    locale,
    order,
    paymentUrl: null,
    provider: null,
    session: null,
    taxation,
    total,
  }
}
