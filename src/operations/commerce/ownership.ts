import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'

import type { OfferOnSale } from './offers'

import { coursesOf } from './offers'

type Bought = { course: string; isForGood: boolean; isRunning: boolean; offer: string }

/** What a buyer has of an intended purchase: courses that are hers for good, and whether nothing of it would be new. */
export type Ownership = { courses: string[]; isWhole: boolean }

/**
 * Compares a purchase with what the buyer has paid for, or got free, before. Nothing is new where every
 * course of some offer is hers for good, where she is subscribed to it, or where she had the same free offer
 * already; time that was bought does not count, since more of it can be.
 */
export const ownershipOf = async ({
  buyer,
  offers,
  req,
}: {
  buyer: string
  offers: readonly OfferOnSale[]
  req: PayloadRequest
}): Promise<Ownership> => {
  const bought = await rows<Bought>(
    req,
    sql`select distinct l.course_id as course, l.offer_id as offer, 
          (l.access_unit = 'forever' or coalesce(s.is_completed, false)) as "isForGood",
          (l.access_unit = 'whilePaid' and coalesce(s.status in ('trialing', 'active', 'pastDue'), true)) as "isRunning"
        from order_lines l join orders o on o.id = l.order_id left join subscriptions s on s.id = o.subscription_id
        where o.buyer_id = ${buyer} and o.status = 'paid' and l.course_id = any(${sql.param(coursesOf(offers))}::uuid[])`,
  )
  const owned = new Set(bought.flatMap(({ course, isForGood }) => (isForGood ? course : [])))
  const isHad = ({ amount, courses, offer, terms }: OfferOnSale) =>
    courses.every(({ id }) => owned.has(id)) ||
    bought.some((one) => one.offer === offer && (one.isRunning || (amount === 0 && !terms)))

  return { courses: [...owned], isWhole: offers.some(isHad) }
}

/** Whether an order would give its buyer nothing new: all its courses are hers for good, or she had its free offers already. */
export const bringsNothing = async ({
  buyer,
  order,
  req,
}: {
  buyer: string
  order: string
  req: PayloadRequest
}): Promise<boolean> => {
  const news = await row(
    req,
    sql`select 1 from order_lines mine where mine.order_id = ${order} and not exists (
          select 1 from order_lines l join orders o on o.id = l.order_id
          where o.status = 'paid' and o.buyer_id = ${buyer} and o.id <> ${order} and (l.offer_id = mine.offer_id
            or (l.course_id = mine.course_id and l.access_unit = 'forever'))) limit 1`,
  )

  return !news
}
