import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { isHeldBy } from '@/database/orderHolders'
import { row, rows } from '@/database/transaction'

import type { OfferOnSale } from './offers'

import { coursesOf } from './offers'
import { IS_LEFT } from './transfers/left'

type Bought = { course: string; isForGood: boolean; isRunning: boolean; offer: string }

type Given = { buyer: string; offers: readonly OfferOnSale[]; req: PayloadRequest }

/** What a buyer has of an intended purchase: courses that are hers for good, and whether nothing of it would be new. */
export type Ownership = { courses: string[]; isWhole: boolean }

/**
 * Compares a purchase with what the buyer has paid for, or got free, before. Nothing is new where every
 * course of some offer is hers for good, where she is subscribed to it, or where she had the same free offer
 * already; time that was bought does not count, since more of it can be.
 */
export const ownershipOf = async ({ buyer, offers, req }: Given): Promise<Ownership> => {
  const bought = await boughtOf({ buyer, offers, req })

  return { courses: ownedIn(bought), isWhole: offers.some(isHadIn(bought)) }
}

/** Which of some offers would give a buyer nothing new, each by itself. */
export const isHadBy = async (given: Given): Promise<(offer: OfferOnSale) => boolean> =>
  isHadIn(await boughtOf(given))

/** What the buyer got, paid for or free, of the courses that the offers open. */
const boughtOf = ({ buyer, offers, req }: Given): Promise<Bought[]> =>
  rows<Bought>(
    req,
    sql`select distinct l.course_id as course, l.offer_id as offer, 
          (l.access_unit = 'forever' or coalesce(s.is_completed, false)) as "isForGood",
          (l.access_unit = 'whilePaid' and coalesce(s.status in ('trialing', 'active', 'pastDue', 'paused'), true)) as "isRunning"
        from order_lines l join orders o on o.id = l.order_id left join subscriptions s on s.id = o.subscription_id
        where ${isHeldBy(buyer)} and o.status = 'paid' and l.course_id = any(${sql.param(coursesOf(offers))}::uuid[]) and not ${IS_LEFT}`,
  )

const ownedIn = (bought: readonly Bought[]): string[] => [
  ...new Set(bought.flatMap(({ course, isForGood }) => (isForGood ? course : []))),
]

const isHadIn = (bought: readonly Bought[]) => {
  const owned = ownedIn(bought)

  return ({ amount, courses, library, offer, terms }: OfferOnSale): boolean =>
    (library === null && courses.every(({ id }) => owned.includes(id))) ||
    bought.some((one) => one.offer === offer && (one.isRunning || (amount === 0 && !terms)))
}

/**
 * Whether an order would give somebody nothing new: all its courses are theirs for good by others, without the place that it moves.
 * Where `isFree`, to have had its offers before counts as well.
 */
export const bringsNothing = async ({
  buyer,
  isFree = false,
  order,
  req,
}: {
  buyer: string
  isFree?: boolean
  order: string
  req: PayloadRequest
}): Promise<boolean> => {
  const news = await row(
    req,
    // What they hold is found first: whoever looks among all that bought the course looks long, while others wait to pay.
    sql`with held as materialized (
          select l.id, l.order_id, l.offer_id, l.course_id, l.access_unit from orders o join order_lines l on l.order_id = o.id
          where o.status = 'paid' and ${isHeldBy(buyer)} and o.id <> ${order})
        select 1 from order_lines mine where mine.order_id = ${order} and mine.course_id is not null and not exists (
          select 1 from held l
          where ((${isFree} and l.offer_id = mine.offer_id) or (l.course_id = mine.course_id and l.access_unit = 'forever'))
            and not ${IS_LEFT}
            and not exists (select 1 from place_transfers y where y.order_id = ${order} and y.line_id = l.id)) limit 1`,
  )

  return !news
}
