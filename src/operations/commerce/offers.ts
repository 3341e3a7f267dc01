import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AccessRule } from '@/domain/commerce/access'
import type { OfferedCourse } from '@/domain/commerce/bundles'
import type { Terms } from '@/domain/commerce/subscriptions'

import { currentTenant } from '@/database/pool'
import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import type { Language } from '@/operations/translation/textIn'

import { textIn } from '@/operations/translation/textIn'

import { bundleIn, ON_SALE, RULE, TERMS } from './offerCourses'

/** An offer as it can be bought now: its price in minor units of the school's currency, and what it opens. */
export type OfferOnSale = {
  access: AccessRule
  amount: number
  courses: OfferedCourse[]
  currency: string
  /** Whether its buyer chooses a cohort. */
  isForCohort: boolean
  offer: string
  /** What recurs, where it does; `amount` is then what is due on the day. */
  terms: null | Terms
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
 * Offers in the order they were asked for, named in a language. Throws notForSale for one that is not active, has no price
 * in the school's currency, or opens a course that is not published, and for two that open the same course.
 */
export const offersOnSale = async (
  req: PayloadRequest,
  asked: readonly string[],
  language: Language = null,
): Promise<OfferOnSale[]> => {
  const found = await rows<Found>(
    req,
    sql`select o.id as offer, ${textIn(language, 'offers', { field: 'title', of: sql`o.id`, own: sql`o.title` })} as title, bundle.courses, t.settings_currency as currency, ${RULE} as access,
          ${TERMS} as terms, coalesce(o.is_for_cohort, false) as "isForCohort",
          case when o.kind = 'free' then 0 else p.amount::float8 end as amount,
          (o.is_active and bundle."isWhole" and ${ON_SALE}) as "isOnSale"
        from offers o
        join tenants t on t.id = o.tenant_id
        ${bundleIn(language)}
        left join offers_prices p on p._parent_id = o.id and p.currency = t.settings_currency
        where o.id in (${listOf(asked)})`,
  )
  const offers = [...new Set(asked)].map((id) => onSale(found.find(({ offer }) => offer === id)))
  const courses = coursesOf(offers)
  if (new Set(courses).size < courses.length) {
    throw new RuleError('notForSale')
  }

  return offers
}

const onSale = (found: Found | undefined): OfferOnSale => {
  if (!found?.isOnSale || found.amount === null) {
    throw new RuleError('notForSale')
  }
  const { access, amount, courses, currency, isForCohort, offer, terms, title } = found

  return { access, amount, courses, currency, isForCohort, offer, terms, title }
}

/** Ids of all courses that the offers open. */
export const coursesOf = (offers: readonly Pick<OfferOnSale, 'courses'>[]): string[] =>
  offers.flatMap(({ courses }) => courses.map(({ id }) => id))
