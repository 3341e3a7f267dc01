import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TransferWay } from '@/domain/commerce/transfers'

import { rows } from '@/database/transaction'
import { languageOf } from '@/operations/translation/reading'

import type { CohortOnSale } from '../cohortsOnSale'
import type { KnownOffer } from '../offers'
import type { Place } from './place'

import { cohortsOnSale } from '../cohortsOnSale'
import { isBuyable, knownOffers } from '../offers'

/** An offer to which a place can be moved, with its price in the place's currency; minor units. */
export type Target = {
  /** Those that take people in, without the one that the place is in; null where it is sold for none. */
  cohorts: CohortOnSale[] | null
  /** The offer with the one course that is moved to. */
  offer: Omit<KnownOffer, 'amount'> & { amount: number }
  price: number
}

/** Offers shown at most. */
const MOST = 200

type Asked = {
  /** Whether staff ask, who may also give what is given on request. */
  isStaff: boolean
  /** Looked for alone; all of them where it is left out. */
  offer?: string
  place: Place
  req: PayloadRequest
  ways: readonly TransferWay[]
}

/**
 * Where a place can be moved to now: offers of one payment or none for one course each, in the currency it was paid in;
 * within its own course, those that are sold for a cohort, and what it was bought by.
 */
export const targetsOf = async ({ isStaff, offer, place, req, ways }: Asked): Promise<Target[]> => {
  const { course, currency, holder } = place
  const priced = await rows<{ amount: null | number; offer: string }>(
    req,
    sql`select o.id as offer, case when o.kind = 'free' then 0 else p.amount::float8 end as amount
        from offers o join courses c on c.id = o.course_id left join offers_prices p on p._parent_id = o.id and p.currency = ${currency}
        where ${offer ? sql`o.id = ${offer}` : sql`true`} and o.kind in ('free', 'oneTime')
          and (o.id = ${place.offer} or not exists (select 1 from offers_rels b where b.parent_id = o.id and b.path = 'courses'))
          and case when o.id = ${place.offer} or o.course_id = ${course} then ${ways.includes('cohort')}::boolean else ${ways.includes('course')}::boolean end
        order by o.course_id = ${course} desc, c.title, o.position, o.id limit ${MOST}`,
  )
  const known = await offersOf(
    priced.map((one) => one.offer),
    req,
  )
  const targets = priced.flatMap(({ amount, offer: id }): Omit<Target, 'cohorts'>[] => {
    const found = known.find((one) => one.offer === id)
    const own = found && narrowed(found, place)
    if (!own || (own.isOnRequest && !isStaff && id !== place.offer)) {
      return []
    }
    const isOwn = id === place.offer
    const price = isOwn && (place.isBundled || !isBuyable(found)) ? place.base : amount

    return price === null || !(isOwn || isBuyable({ ...found, amount: price }))
      ? []
      : [{ offer: { ...own, amount: price, currency }, price }]
  })
  const cohorts = await cohortsOnSale({
    courses: [
      ...new Set(
        targets.flatMap(({ offer: { courses, isForCohort } }) =>
          isForCohort ? (courses[0]?.id ?? []) : [],
        ),
      ),
    ],
    learner: holder,
    req,
  })

  return targets.flatMap((target): Target[] => {
    const into = target.offer.courses[0]?.id
    const open = cohorts.filter((one) => one.course === into && one.id !== place.cohort)
    if (!target.offer.isForCohort) {
      return into === course && target.offer.offer === place.offer
        ? []
        : [{ ...target, cohorts: null }]
    }

    return open.length > 0 ? [{ ...target, cohorts: open }] : []
  })
}

const offersOf = async (ids: readonly string[], req: PayloadRequest): Promise<KnownOffer[]> =>
  ids.length > 0 ? knownOffers(req, ids, await languageOf(req)) : []

/** The offer with one course alone: that of the place, where it was bought by it in a bundle. Null where it opens more. */
const narrowed = (offer: KnownOffer, place: Place): KnownOffer | null => {
  const courses =
    offer.offer === place.offer
      ? offer.courses.filter(({ id }) => id === place.course)
      : offer.courses

  return courses.length === 1 && offer.terms === null && offer.library === null
    ? { ...offer, courses }
    : null
}
