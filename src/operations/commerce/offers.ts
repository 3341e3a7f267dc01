import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AccessRule } from '@/domain/commerce/access'
import type { OfferedCourse } from '@/domain/commerce/bundles'
import type { Besides } from '@/domain/commerce/besides'
import type { Further } from '@/domain/commerce/prices'
import type { Terms } from '@/domain/commerce/subscriptions'
import type { OpenPrice } from '@/domain/commerce/wishes'

import { currentTenant } from '@/database/pool'
import { row, rows } from '@/database/transaction'
import { together } from '@/domain/commerce/besides'
import { RuleError } from '@/domain/errors'
import type { Language } from '@/operations/translation/textIn'

import { textIn } from '@/operations/translation/textIn'

import type { Library } from './library'

import { BESIDES } from './besides'
import { FURTHER, offersIn } from './exchange/further'
import { libraryIn } from './library'
import { IS_FOLLOWED } from './upsells/followed'
import { bundleIn, ON_SALE, OPEN, RULE, TAKES_TIPS, TERMS } from './offerCourses'

/** An offer as it can be bought now: its price in minor units of a currency the school sells in, and what it opens. */
export type OfferOnSale = {
  access: AccessRule
  /** What it was bought beside, where it costs what it costs there. */
  addition?: string
  amount: number
  /** What it offers beside itself. */
  besides: readonly Besides[]
  /** The school's own currency. */
  base: string
  courses: OfferedCourse[]
  currency: string
  /** Its prices in other currencies, and those the school sells in. */
  further: Further
  /** Whether something is proposed once it is paid. */
  isFollowed: boolean
  /** Whether its buyer chooses a cohort. */
  isForCohort: boolean
  /** Whether its buyer needs a place that staff have approved. */
  isOnRequest: boolean
  /** What it opens by a rule beside its courses; null where it has none. */
  library: Library | null
  offer: string
  /** Between what its buyer names the price, where they do; `amount` is then what is suggested. */
  open: null | OpenPrice
  /** Whether its buyer is asked for a tip. */
  takesTips: boolean
  /** What recurs, where it does; `amount` is then what is due on the day. */
  terms: null | Terms
  title: string
}

/** An offer of the school, whether it can be bought now or not; `amount` is null where it has no price in the currency that was asked for. */
export type KnownOffer = Omit<OfferOnSale, 'amount'> & { amount: null | number; isOnSale: boolean }

/** Whether an offer can be bought now. */
export const isBuyable = (offer: KnownOffer): offer is KnownOffer & { amount: number } =>
  offer.isOnSale && offer.amount !== null

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
 * in the school's currency, or opens a course that is not published, and for two that open the same course; currencyNotSold for another
 * currency that the school does not sell in, and noPriceInCurrency for an offer without a price there.
 */
export const offersOnSale = async (
  req: PayloadRequest,
  asked: readonly string[],
  language: Language = null,
  currency: null | string = null,
): Promise<OfferOnSale[]> => {
  const found = await knownOffers(req, asked, language, currency)
  const offers = [...new Set(asked)].map((id) => onSale(found.find(({ offer }) => offer === id)))
  const courses = coursesOf(offers)
  if (new Set(courses).size < courses.length) {
    throw new RuleError('notForSale')
  }

  return together(offers)
}

/** Those of some offers that the school one stands in has, named in a language, in no order; priced in its own currency where none is named. Throws currencyNotSold. */
export const knownOffers = async (
  req: PayloadRequest,
  asked: readonly string[],
  language: Language = null,
  currency: null | string = null,
): Promise<KnownOffer[]> => {
  const found = await rows<KnownOffer>(
    req,
    sql`select o.id as offer, ${textIn(language, 'offers', { field: 'title', of: sql`o.id`, own: sql`o.title` })} as title, bundle.courses, t.settings_currency as currency, t.settings_currency as base, ${FURTHER} as further, ${RULE} as access,
          ${TERMS} as terms, ${BESIDES} as besides, ${IS_FOLLOWED} as "isFollowed", ${OPEN} as open, ${TAKES_TIPS} as "takesTips", ${libraryIn(language)} as library, coalesce(o.is_for_cohort, false) as "isForCohort", coalesce(o.is_on_request, false) as "isOnRequest",
          case when o.kind = 'free' then 0 else p.amount::float8 end as amount,
          (o.is_active and bundle."isWhole" and ${ON_SALE}) as "isOnSale"
        from offers o
        join tenants t on t.id = o.tenant_id
        ${bundleIn(language)}
        left join offers_prices p on p._parent_id = o.id and p.currency = t.settings_currency
        where o.id in (${listOf(asked)}) and o.tenant_id = ${await currentTenant()}::uuid`,
  )

  return offersIn(req, found, currency)
}

const onSale = (found: KnownOffer | undefined): OfferOnSale => {
  if (found?.isOnSale && found.amount === null && found.currency !== found.base) {
    throw new RuleError('noPriceInCurrency', { field: 'currency', offer: found.offer })
  }
  if (!found || !isBuyable(found)) {
    throw new RuleError('notForSale')
  }

  return found
}

/** Ids of all courses that the offers open. */
export const coursesOf = (offers: readonly Pick<OfferOnSale, 'courses'>[]): string[] =>
  offers.flatMap(({ courses }) => courses.map(({ id }) => id))
