import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { FOREVER } from '@/domain/commerce/access'
import { MOVE_REASONS } from '@/domain/commerce/moveReasons'
import { ORDER_LIFETIME_MS } from '@/domain/commerce/orders'
import { RuleError } from '@/domain/errors'
import { accountOfGuest } from '@/operations/identity/guests'
import { schoolOf } from '@/operations/tenancy/school'
import { languageFor } from '@/operations/translation/reading'

import type { OfferOnSale } from '../offers'
import type { OpenOrder } from '../openOrders'
import type { AskedMove, Planned } from './asked'
import type { Place } from './place'

import { leaveQueues, requirePlaces } from '../cohortPlaces'
import { knownOffers } from '../offers'
import { lineTitle } from '../orderLines'
import { insertOrder } from '../orders/insert'
import { requirePrerequisites } from '../prerequisites'
import { askRefund } from '../refunds/ask'
import { openMove } from './open'
import { hasCourse, placeOf } from './place'
import { quoteOfMove } from './price'

/** A move as it was written, and the orders of earlier ones that it takes the place of. */
type Written = {
  order: OpenOrder
  replaced: Pick<OpenOrder, 'order' | 'provider' | 'session'>[]
  transfer: string
}

/**
 * Writes a move at the price that was planned, in the caller's transaction: its order, which holds the seat, what is given back, and the
 * move itself. Whoever buys, or moves, the same at once waits. Throws what `moveAsked` says.
 */
export const writeMove = async (asked: AskedMove, planned: Planned): Promise<Written> => {
  const { key, mover, now, reason, req, tenant, to } = asked
  const { place, price, target } = planned
  await holdBuyers(req, [place.holder])
  await requireSame(asked, planned)
  const replaced = await giveUpOpen(req, place)
  const receiver = 'email' in to ? await personOf(asked, to) : place.holder
  const offer = target?.offer ?? (await asItIs(asked, place))
  const course = offer.courses[0]?.id ?? place.course
  const isNew = receiver !== place.holder || course !== place.course
  if (receiver === place.holder && !target) {
    throw new RuleError('alreadyOwned')
  }
  if (isNew && (await hasCourse({ course, learner: receiver, req }))) {
    throw new RuleError('alreadyOwned')
  }
  if (isNew && !mover.isStaff) {
    await requirePrerequisites({ courses: [course], learner: receiver, req })
  }
  const cohort = 'offer' in to ? to.cohort : place.cohort
  const seats = cohort ? [cohort] : []
  if (target) {
    await requirePlaces({
      cohorts: seats,
      learners: [receiver],
      req,
      yieldsToQueue: !mover.isStaff,
    })
  }
  await leaveQueues({ cohorts: seats, learner: receiver, req })
  await giveBack(asked, planned)
  const billing = asked.billing ?? place.billing
  const order = await insertOrder({
    buyer: receiver,
    cohorts: new Map(cohort ? [[course, cohort]] : []),
    coupon: null,
    guest: null,
    ...(mover.isStaff && { lasts: ORDER_LIFETIME_MS }),
    now,
    offers: [offer],
    particulars: {
      accepts: !mover.isStaff,
      billing: receiver === place.holder ? billing : null,
      locale: place.locale,
    },
    priced: quoteOfMove({
      currency: place.currency,
      offer: offer.offer,
      price,
      worth: target?.price ?? place.base,
    }),
    req,
    taxation: price.assessed?.kept ?? null,
    tenant,
  })
  const written = await row<{ id: string }>(
    req,
    sql`insert into place_transfers (id, tenant_id, line_id, order_id, holder_id, receiver_id, reason, author_id, key)
        values (uuidv7(), ${tenant}, ${place.line}, ${order.order}, ${place.holder}, ${receiver}, ${reason},
          (select u.id from users u where u.id = ${mover.account}::uuid and u.tenant_id = ${tenant}::uuid), ${key})
        returning id`,
  )

  return { order, replaced, transfer: written?.id ?? '' }
}

/** As checkouts do: those of one buyer wait for each other. */
const holdBuyers = async (req: PayloadRequest, buyers: readonly string[]): Promise<void> => {
  for (const buyer of buyers) {
    await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`checkout:${buyer}`}, 0))`)
  }
}

/** Under the order's lock the place must still be what was priced, and the price what was shown. */
const requireSame = async (
  { expects, line, req }: AskedMove,
  { place, price }: Planned,
): Promise<void> => {
  const now = await placeOf({ line, lock: true, req })
  if (!now) {
    throw new RuleError('transferUnderWay')
  }
  const isSame = JSON.stringify(now) === JSON.stringify(place)
  if (!isSame || price.due !== expects.due || price.back !== expects.back) {
    throw new RuleError('priceChanged')
  }
}

/** An earlier move that was not paid ends; one that is being made does not. */
const giveUpOpen = async (req: PayloadRequest, { line }: Place): Promise<Written['replaced']> => {
  const open = await openMove({ line, req })
  if (!open) {
    return []
  }
  const cancelled = await row(
    req,
    sql`update orders set status = 'cancelled', updated_at = now() where id = ${open.order} and status = 'pending' returning id`,
  )
  if (!cancelled) {
    throw new RuleError('transferUnderWay')
  }

  return [open]
}

/** Whoever has the address, else a new account that waits for its owner. */
const personOf = async (
  { locale, req, tenant }: AskedMove,
  { name, email }: { email: string; name: string },
): Promise<string> => {
  const known = await row<{ id: string; status: string }>(
    req,
    sql`select id, status::text as status from users where tenant_id = ${tenant} and email = ${email}`,
  )
  const account = known ?? (await accountOfGuest({ name, email, locale, req, tenant }))
  if (account.status !== 'active' && account.status !== 'pending') {
    throw new RuleError('notTransferable')
  }
  await holdBuyers(req, [account.id])

  return account.id
}

/** What the place was bought by, with its one course and the time that is left of it. */
const asItIs = async ({ locale, req, tenant }: AskedMove, place: Place): Promise<OfferOnSale> => {
  const language = await languageFor({ locale: place.locale ?? locale, req, tenant })
  const [offer] = await knownOffers(req, [place.offer], language)
  const courses = offer?.courses.filter(({ id }) => id === place.course) ?? []
  if (!offer || courses.length === 0) {
    throw new RuleError('notTransferable')
  }
  const { isForCohort, isOnRequest, title } = offer

  return {
    access: place.until ? { count: null, unit: 'until', until: place.until } : FOREVER,
    amount: place.base,
    base: offer.base,
    besides: [],
    courses,
    currency: place.currency,
    further: offer.further,
    isFollowed: false,
    isForCohort,
    isOnRequest,
    library: null,
    offer: place.offer,
    open: null,
    takesTips: false,
    terms: null,
    title,
  }
}

/** Asks for what is too much, of each order it was paid by. */
const giveBack = async (asked: AskedMove, planned: Planned): Promise<void> => {
  const { key, req, tenant } = asked
  const { given } = planned.price
  const reason = given.length > 0 ? await reasonFor(asked, planned) : ''
  for (const [number, { amount, line, order }] of given.entries()) {
    await askRefund({
      endsAccess: false,
      key: `${key}:${number}`,
      order,
      reason,
      req,
      tenant,
      wish: { lines: [{ amount, line }] },
    })
  }
}

/** What was said of it; else, of what learners move themselves, that the new place costs less, in the buyer's language. */
const reasonFor = async (
  { locale, reason, req, tenant }: AskedMove,
  { place, target }: Planned,
): Promise<string> => {
  if (reason) {
    return reason
  }
  const reads = place.locale ?? locale ?? (await schoolOf({ req, tenant }))?.locale ?? 'en'

  const { courses = [], title = place.title } = target?.offer ?? {}
  const [course] = courses

  return MOVE_REASONS[reads].costsLess(course ? lineTitle({ course, title }) : title)
}
