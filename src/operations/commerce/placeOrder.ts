import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Billing } from '@/domain/commerce/invoices'
import type { Quote } from '@/domain/commerce/quote'
import type { Locale } from '@/domain/tenancy/locales'

import { row, rows } from '@/database/transaction'
import { ACCEPTED_BY_PAYING } from '@/domain/commerce/acceptance'
import { normaliseCode } from '@/domain/commerce/coupons'
import { INVITATION_MS } from '@/domain/commerce/guests'
import { sumOf } from '@/domain/commerce/money'
import { orderNumberFrom } from '@/domain/commerce/orderNumbers'
import {
  isSamePurchase,
  ORDER_LIFETIME_MS,
  SEATED_ORDER_LIFETIME_MS,
  sessionEndOf,
  SHORTEST_SESSION_MS,
} from '@/domain/commerce/orders'
import { quote } from '@/domain/commerce/quote'
import { RuleError } from '@/domain/errors'
import { languageFor } from '@/operations/translation/reading'
import { announce } from '@hooks/events/announce'

import type { StoredCoupon } from './coupons'
import type { OfferOnSale } from './offers'
import type { OpenOrder } from './openOrders'

import {
  allowCoupon,
  couponOf,
  holdCoupon,
  lockCoupons,
  releaseCoupon,
  takeCoupon,
} from './coupons'
import { cohortChoices, requireChosen } from './cohortsOnSale'
import { leaveQueues, requirePlaces } from './cohortPlaces'
import { coursesOf, offersOnSale } from './offers'
import { openGuestOrder, openOrders } from './openOrders'
import { insertLines, linesOf } from './orderLines'
import { ownershipOf } from './ownership'
import { requirePrerequisites } from './prerequisites'
import { recurringFor } from './subscriptions/terms'

/** Somebody who is not signed in: the name typed, and the order this purchase takes the place of. */
type GuestPurchase = { name: string; previous: null | string }

type Asked = {
  /** What the invoice is to say of the buyer. */
  billing?: Billing | null
  buyer: string
  code?: null | string
  /** The cohorts that were chosen, of what is sold for one. */
  cohorts?: readonly string[]
  /** Set where nobody is signed in, and `buyer` is whose address was typed. */
  guest?: GuestPurchase | null
  /** The buyer's language: what is bought is called in it, where the school writes in it, and the invoice is set in it. */
  locale?: Locale | null
  now: Date
  offers: readonly string[]
  req: PayloadRequest
  tenant: string
}

/** An order placed, or found open; and the earlier ones that it takes the place of. */
export type Placed = { order: OpenOrder; replaced: OpenOrder[] }

/**
 * Places an order at today's price, in the caller's transaction. One buyer's checkouts wait for each
 * other: a second click finds the open order of the first, at the price agreed then; a changed mind
 * cancels it and gives its coupon back. A total of nothing is paid at once. A guest's order neither
 * asks about nor touches what the account has, so that nothing about it shows, and one of nothing waits
 * until the address is proved; what recurs is for accounts alone. Throws alreadyOwned, notForSale,
 * recurringAlone, accountNeeded, prerequisitesMissing, cohortNeeded, cohortClosed, cohortFull, couponsOff and what the
 * coupon refuses.
 */
export const placeOrder = async ({
  billing = null,
  buyer,
  code,
  cohorts: wished = [],
  guest = null,
  locale = null,
  now,
  offers: asked,
  req,
  tenant,
}: Asked): Promise<Placed> => {
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`checkout:${buyer}`}, 0))`)
  await allowCoupon({ code, req, tenant })
  const user = guest ? null : buyer
  const language = await languageFor({ locale, req, tenant })
  const onSale = await offersOnSale(req, asked, language)
  const offers = await recurringFor({ buyer: user, offers: onSale, req })
  const courses = coursesOf(offers)
  if (guest && offers.some(({ terms }) => terms)) {
    throw new RuleError('accountNeeded')
  }
  if (!guest && (await ownershipOf({ buyer, offers, req })).isWhole) {
    throw new RuleError('alreadyOwned')
  }
  await requirePrerequisites({ courses, learner: user, req })
  const choices = await cohortChoices({ buyer: user, cohorts: wished, offers, req })
  const cohorts = requireChosen(choices)
  const open = guest
    ? await openGuestOrder(req, guest.previous)
    : await openOrders({ buyer, courses, lock: true, req })
  const same = open.find(
    (order) =>
      order.buyer === buyer &&
      order.isGuest === Boolean(guest) &&
      isStillGood({ code, cohorts, locale, now, offers, order }),
  )
  if (same) {
    await keepParticulars({ billing, locale, order: same.order, req })

    return { order: same, replaced: [] }
  }
  const seats = [...cohorts.values()]
  await requirePlaces({ cohorts: seats, learners: [buyer], req, yieldsToQueue: true })
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
  const coupon = await couponOf({ buyer: user, code, req })
  const priced = quote({ coupon, lines: offers, now })
  if (guest && cohorts.size > 0 && priced.total === 0) {
    throw new RuleError('accountNeeded')
  }
  if (coupon) {
    await takeCoupon({ coupon: coupon.id, req })
  }
  if (!guest) {
    await leaveQueues({ cohorts: seats, learner: buyer, req })
  }
  const order = await insertOrder({
    buyer,
    cohorts,
    coupon,
    guest,
    locale,
    now,
    offers,
    priced,
    req,
    tenant,
  })
  await keepParticulars({ billing, locale, order: order.order, req })

  return { order, replaced: open }
}

/** The small print that stands beside the button now: each page with its title, and its version by the moment and id of its last publishing. */
const ACCEPTED = sql`select json_agg(json_build_object('slug', p.slug, 'title', p.title, 'changedAt', p.updated_at,
    'version', (select v.id from _pages_v v where v.parent_id = p.id and v.version__status = 'published'
      order by v.created_at desc, v.id desc limit 1)) order by p.slug) as pages
  from pages p where p._status = 'published'
    and p.slug = any(${sql.param([...ACCEPTED_BY_PAYING])}::text[])`

/** What was said last holds, also for an order that was open already. */
const keepParticulars = async ({
  billing,
  locale,
  order,
  req,
}: Pick<Asked, 'billing' | 'locale' | 'req'> & { order: string }): Promise<void> => {
  await rows(
    req,
    sql`update orders set billing = ${billing ? JSON.stringify(billing) : null}::jsonb, locale = ${locale ?? null},
          accepted = a.pages, accepted_at = case when a.pages is not null then now() end
        from (${ACCEPTED}) a where id = ${order}`,
  )
}

/** Whether an open order is what is asked for now, with enough time left to pay it. */
const isStillGood = ({
  code,
  cohorts,
  locale,
  now,
  offers,
  order,
}: Pick<Asked, 'code' | 'locale' | 'now'> & {
  cohorts: ReadonlyMap<string, string>
  offers: OfferOnSale[]
  order: OpenOrder
}): boolean => {
  const wanted = offers.map(({ amount, offer }) => ({ base: amount, offer }))
  const left = sessionEndOf(order.expiresAt).getTime() - now.getTime()

  return (
    left > SHORTEST_SESSION_MS &&
    order.currency === offers[0]?.currency &&
    order.locale === locale &&
    (order.code ?? '') === normaliseCode(code ?? '') &&
    sameIds(
      order.lines.flatMap(({ cohort }) => cohort ?? []),
      [...cohorts.values()],
    ) &&
    isSamePurchase(byOffer(order.lines), wanted)
  )
}

const sameIds = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join()

/** The lines of an order put together again as they were offered: a bundle has one for each course. */
const byOffer = (lines: OpenOrder['lines']): { base: number; offer: string }[] =>
  [...new Set(lines.map(({ offer }) => offer))].map((offer) => ({
    base: sumOf(lines.filter((line) => line.offer === offer).map(({ base }) => base)),
    offer,
  }))

type Insertion = Pick<Asked, 'buyer' | 'locale' | 'now' | 'req' | 'tenant'> & {
  cohorts: ReadonlyMap<string, string>
  coupon: null | StoredCoupon
  guest: GuestPurchase | null
  offers: OfferOnSale[]
  priced: Quote
}

const insertOrder = async ({
  buyer,
  cohorts,
  coupon,
  guest,
  locale = null,
  now,
  offers,
  priced,
  req,
  tenant,
}: Insertion): Promise<OpenOrder> => {
  const { base, currency, discount, tax, total } = priced
  const terms = offers[0]?.terms ?? null
  const isDone = total === 0 && !guest && !terms
  const lifetime = cohorts.size > 0 ? SEATED_ORDER_LIFETIME_MS : ORDER_LIFETIME_MS
  const expiresAt = new Date(now.getTime() + (total === 0 && guest ? INVITATION_MS : lifetime))
  const inserted = await row<{ id: string }>(
    req,
    sql`insert into orders (id, tenant_id, number, buyer_id, guest_name, status, base, discount, tax, total, currency, coupon_id, terms, paid_at, expires_at)
        values (uuidv7(), ${tenant}, ${orderNumberFrom(randomBytes(8))}, ${buyer}, ${guest?.name ?? null}, ${isDone ? 'paid' : 'pending'},
          ${base}, ${discount}, ${tax}, ${total}, ${currency}, ${coupon?.id ?? null}, ${terms && JSON.stringify(terms)}::jsonb,
          ${isDone ? now.toISOString() : null}, ${expiresAt.toISOString()})
        returning id`,
  )
  if (!inserted) {
    throw new Error('The order was not written.')
  }
  const order = inserted.id
  const lines = linesOf({ cohorts, offers, priced })
  await insertLines({ lines, order, req, tenant })
  if (coupon) {
    await holdCoupon({ buyer, coupon: coupon.id, order, req, tenant })
  }
  if (isDone) {
    await announce({ data: { order }, fact: 'order.paid', req, tenant })
  }

  return {
    buyer,
    code: coupon?.code ?? null,
    coupon: coupon?.id ?? null,
    currency,
    expiresAt,
    isGuest: guest !== null,
    isRecurring: terms !== null,
    lines: lines.map((line) => ({
      amount: line.total,
      base: line.base,
      cohort: line.cohort,
      offer: line.offer,
      title: line.title,
    })),
    locale,
    order,
    paymentUrl: null,
    provider: null,
    session: null,
    total,
  }
}
