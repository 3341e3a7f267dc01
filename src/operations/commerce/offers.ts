import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { currentTenant } from '@/database/pool'
import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

/** An offer as it can be bought now: its price in minor units of the school's currency. */
export type OfferOnSale = {
  amount: number
  course: string
  currency: string
  offer: string
  /** What the course is called; a line of an order says it before the offer's own title. */
  courseTitle: string
  title: string
}

type Found = Omit<OfferOnSale, 'amount'> & { amount: null | number; isOnSale: boolean }

const listOf = (ids: readonly string[]) =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )

/** Whether the school one stands in has every one of these offers, on sale or not. */
export const knowsOffers = async (
  req: PayloadRequest,
  offers: readonly string[],
): Promise<boolean> => {
  const known = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from offers
        where id in (${listOf(offers)}) and tenant_id = ${await currentTenant()}::uuid`,
  )

  return known?.count === new Set(offers).size
}

/**
 * Offers in the order they were asked for. Throws notForSale for one that is not active, has no price
 * in the school's currency, or leads to a course that is not published, and for two of one course.
 */
export const offersOnSale = async (
  req: PayloadRequest,
  asked: readonly string[],
): Promise<OfferOnSale[]> => {
  const found = await rows<Found>(
    req,
    sql`select o.id as offer, o.title, c.title as "courseTitle", o.course_id as course, t.settings_currency as currency,
          case when o.kind = 'free' then 0 else p.amount::float8 end as amount,
          (o.is_active and c._status = 'published' and c.deleted_at is null) as "isOnSale"
        from offers o
        join tenants t on t.id = o.tenant_id
        join courses c on c.id = o.course_id
        left join offers_prices p on p._parent_id = o.id and p.currency = t.settings_currency
        where o.id in (${listOf(asked)})`,
  )
  const offers = [...new Set(asked)].map((id) => onSale(found.find(({ offer }) => offer === id)))
  if (new Set(offers.map(({ course }) => course)).size < offers.length) {
    throw new RuleError('notForSale')
  }

  return offers
}

const onSale = (found: Found | undefined): OfferOnSale => {
  if (!found?.isOnSale || found.amount === null) {
    throw new RuleError('notForSale')
  }
  const { amount, course, courseTitle, currency, offer, title } = found

  return { amount, course, courseTitle, currency, offer, title }
}

/** Those of the courses that the buyer has paid for, or got free, before. */
export const ownedCourses = async ({
  buyer,
  courses,
  req,
}: {
  buyer: string
  courses: readonly string[]
  req: PayloadRequest
}): Promise<string[]> => {
  const owned = await rows<{ course: string }>(
    req,
    sql`select distinct l.course_id as course from order_lines l join orders o on o.id = l.order_id
        where o.buyer_id = ${buyer} and o.status = 'paid' and l.course_id in (${listOf(courses)})`,
  )

  return owned.map(({ course }) => course)
}
