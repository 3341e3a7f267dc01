import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { isSameGift, type GiftWish } from '@/domain/commerce/gifts'
import { quote } from '@/domain/commerce/quote'
import { NO_WISHES } from '@/domain/commerce/wishes'
import { RuleError } from '@/domain/errors'

import type { Wishes } from '@/domain/commerce/wishes'

import type { Besides } from '@/domain/commerce/besides'
import type { OpenOrder } from './openOrders'
import type { Particulars } from './orders/particulars'
import type { Assessed } from './tax/assess'

import { allowCoupon, couponOf, lockCoupons, releaseCoupon, takeCoupon } from './coupons'
import { couponIn } from './exchange/coupon'
import { leaveQueues, requirePlaces } from './cohortPlaces'
import { openGuestOrder, openOrders } from './openOrders'
import { basketOf } from './orders/basket'
import { insertOrder } from './orders/insert'
import { isPageInUse } from './orders/inUse'
import { keepParticulars } from './orders/particulars'
import { isStillGood } from './orders/reuse'
import { repriced } from './upsells/repriced'

/** Somebody who is not signed in: the name typed, and the order this purchase takes the place of. */
type GuestPurchase = { name: string; previous: null | string }

type Asked = Particulars & {
  buyer: string
  code?: null | string
  /** The cohorts that were chosen, of what is sold for one. */
  cohorts?: readonly string[]
  /** Whom it is for, where that is somebody else: then nothing is asked of the buyer, and nothing opened for them. */
  gift?: GiftWish | null
  /** Set where nobody is signed in, and `buyer` is whose address was typed. */
  guest?: GuestPurchase | null
  now: Date
  offers: readonly string[]
  /** Whom the buyer wants to pay through; null where she has not said. */
  provider?: null | string
  req: PayloadRequest
  /** How it is taxed, assessed before; null where the school charges no tax. */
  tax?: Assessed | null
  tenant: string
  /** What the buyer was shown, in minor units of the total; nothing is placed at another price. */
  total?: null | number
  /** What is proposed after the payment of the order that this one follows, at its price. */
  upsell?: null | { besides: Besides; follows: string }
  wishes?: Wishes
}

/** An order placed, or found open; and the earlier ones that it takes the place of. */
export type Placed = { order: OpenOrder; replaced: OpenOrder[] }

/**
 * Places an order at today's price, in the caller's transaction. One buyer's checkouts wait for each
 * other: a second click finds the open order of the first, at the price agreed then; a changed mind
 * cancels it and gives its coupon back, as does a page at a provider that is not in use any more. A total of nothing is paid at once. A guest's order neither
 * asks about nor touches what the account has, so that nothing about it shows, and one of nothing waits
 * until the address is proved; what recurs is for accounts alone. Throws what `basketOf` and the coupon refuse, couponsOff,
 * cohortFull, and priceChanged.
 */
export const placeOrder = async ({
  accepts = true,
  billing = null,
  buyer,
  code,
  cohorts = [],
  gift = null,
  guest = null,
  locale = null,
  mayRemind = false,
  now,
  offers,
  provider = null,
  req,
  tax = null,
  tenant,
  total = null,
  upsell = null,
  wishes = NO_WISHES,
}: Asked): Promise<Placed> => {
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`checkout:${buyer}`}, 0))`)
  await allowCoupon({ code, req, tenant })
  const isGuest = guest !== null
  const wanted = { buyer, cohorts, gift, isGuest, locale, offers, req, tenant, total, wishes }
  const asked = await basketOf(wanted)
  const basket = upsell
    ? { ...asked, offers: asked.offers.map((one) => repriced(one, upsell.besides)) }
    : asked
  const particulars = { accepts, billing, locale, mayRemind }
  const open = await openFor({ buyer, courses: basket.courses, gift, guest, req })
  const terms = { code, locale, now, provider, taxation: tax?.kept ?? null }
  const same = open.find(
    (order) =>
      !upsell &&
      order.buyer === buyer &&
      order.isGuest === isGuest &&
      isStillGood({ ...basket, ...terms, order }),
  )
  if (same && (await isPageInUse({ order: same, req }))) {
    requireShown(same.total, total)
    await keepParticulars({ ...particulars, order: same.order, req, tenant })

    return { order: same, replaced: [] }
  }
  const seats = [...basket.cohorts.values()]
  await requirePlaces({ cohorts: seats, learners: [buyer], req, yieldsToQueue: true })
  const user = isGuest ? null : buyer
  await cancelAll({ code, open, req, user })
  const coupon = await couponIn({
    coupon: await couponOf({ buyer: user, code, req }),
    currency: basket.offers[0]?.currency ?? '',
    req,
    tenant,
  })
  const priced = quote({ coupon, lines: basket.offers, now, taxOn: tax?.taxOn, tip: basket.tip })
  requireShown(priced.total, total)
  if (isGuest && seats.length > 0 && priced.total === 0) {
    throw new RuleError('accountNeeded')
  }
  if (coupon) {
    await takeCoupon({ coupon: coupon.id, req })
  }
  if (!isGuest) {
    await leaveQueues({ cohorts: seats, learner: buyer, req })
  }
  const order = await insertOrder({
    buyer,
    cohorts: basket.cohorts,
    coupon,
    follows: upsell?.follows,
    gift,
    guest,
    now,
    offers: basket.offers,
    particulars,
    priced,
    req,
    taxation: terms.taxation,
    tenant,
  })

  return { order, replaced: open }
}

/** The orders that this one takes the place of, or is: of a gift only those for the same person. */
const openFor = async ({
  buyer,
  courses,
  gift,
  guest,
  req,
}: {
  buyer: string
  courses: readonly string[]
  gift: GiftWish | null
  guest: GuestPurchase | null
  req: PayloadRequest
}): Promise<OpenOrder[]> => {
  const open = guest
    ? await openGuestOrder(req, guest.previous)
    : await openOrders({ buyer, courses, isGift: gift !== null, lock: true, req })

  return open.filter((order) => !gift || (order.gift !== null && isSameGift(order.gift, gift)))
}

/** Cancels open orders and gives their coupons back; those, and the one of `code`, are locked first, in one order. */
const cancelAll = async ({
  code,
  open,
  req,
  user,
}: {
  code?: null | string
  open: readonly OpenOrder[]
  req: PayloadRequest
  user: null | string
}): Promise<void> => {
  const wanted = await couponOf({ buyer: user, code, req })
  await lockCoupons(
    req,
    [...open, { coupon: wanted?.id }].flatMap(({ coupon }) => coupon ?? []),
  )
  for (const { order } of open) {
    await rows(
      req,
      sql`update orders set status = 'cancelled', updated_at = now() where id = ${order}`,
    )
    await releaseCoupon(req, order)
  }
}

/** Throws priceChanged for a total that differs from the one that was shown; null where none is known. */
const requireShown = (total: number, shown: null | number): void => {
  if (shown !== null && shown !== total) {
    throw new RuleError('priceChanged')
  }
}
