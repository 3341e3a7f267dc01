import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AccessRule } from '@/domain/commerce/access'
import type { DayRates } from '@/domain/commerce/exchange'
import type { OfferedCourse } from '@/domain/commerce/bundles'
import type { Further, PriceIn } from '@/domain/commerce/prices'
import type { Terms } from '@/domain/commerce/subscriptions'
import type { OpenPrice } from '@/domain/commerce/wishes'

import { paymentsFor } from '@/adapters/payments/index'
import { rows } from '@/database/transaction'
import { priceIn } from '@/domain/commerce/prices'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

import type { Library } from './library'

import { FURTHER } from './exchange/further'
import { ratesFor } from './exchange/storedRates'
import { IN_LIBRARY, libraryIn } from './library'
import { bundleIn, ON_SALE, OPEN, RULE, TERMS } from './offerCourses'
import { chargesAgain } from './providers'

/** What an offer costs in another currency, in minor units of it. */
type SoldIn = PriceIn & { amount: number }

/** An offer as the page of `course` lists it: `amount` in minor units of the school's currency, 0 when it is free. */
export type CourseOffer = {
  access: AccessRule
  amount: number
  course: string
  /** All that it opens; more than one course where it is a bundle. */
  courses: OfferedCourse[]
  currency: string
  id: string
  isDefault: boolean
  /** Whether its buyer chooses a cohort. */
  isForCohort: boolean
  /** Whether a place has to be asked for. */
  isOnRequest: boolean
  /** What somebody is asked who wants a place; null where nothing is. */
  question: null | string
  /** What it opens by a rule beside its courses; null where it has none. */
  library: Library | null
  /** What it costs in the other currencies the school sells in; left out where there are none. */
  prices?: SoldIn[]
  /** Between what its buyer names the price, where they do; `amount` is then what is suggested. */
  open: null | OpenPrice
  /** Whether tax is added to its price or held by it; left out where the school charges none. */
  tax?: 'added' | 'included'
  /** What recurs, where it does; `amount` is then that of a period, or of all instalments together. */
  terms: null | Terms
  title: string
}

/**
 * What is on sale of these courses now, bundles with them included; in one statement, and what recurs where a provider can
 * charge again. The offer chosen
 * at first comes first, then the school's order, then bundles that stand with another course.
 */
export const courseOffers = async ({
  courses,
  req,
}: {
  courses: readonly string[]
  req: PayloadRequest
}): Promise<CourseOffer[]> => {
  const language = await languageOf(req)

  const found = await rows<
    Omit<CourseOffer, 'tax'> & { further: Further; tax: CourseOffer['tax'] | null }
  >(
    req,
    sql`select o.id, ${textIn(language, 'offers', { field: 'title', of: sql`o.id`, own: sql`o.title` })} as title, w.id as course, bundle.courses, t.settings_currency as currency, ${FURTHER} as further, ${TAX} as tax, ${RULE} as access,
          ${TERMS} as terms, ${OPEN} as open, ${libraryIn(language)} as library, coalesce(o.is_for_cohort, false) as "isForCohort", coalesce(o.is_on_request, false) as "isOnRequest",
          nullif(${textIn(language, 'offers', { field: 'requestQuestion', of: sql`o.id`, own: sql`o.request_question` })}, '') as question,
          coalesce(o.is_default, false) and o.course_id = w.id as "isDefault",
          case when o.kind = 'free' then 0 else p.amount::float8 end as amount
        from unnest(${sql.param([...courses])}::uuid[]) as w(id)
        join offers o on o.is_active and (o.course_id = w.id or exists (
          select 1 from offers_rels r where r.parent_id = o.id and r.courses_id = w.id and r.path = 'courses')
          or exists (select 1 from courses c where c.id = w.id and ${IN_LIBRARY}))
        join tenants t on t.id = o.tenant_id
        ${bundleIn(language)}
        left join offers_prices p on p._parent_id = o.id and p.currency = t.settings_currency
        where (o.kind = 'free' or p.amount is not null) and ${ON_SALE}
          and (bundle."isWhole" or json_array_length(bundle.courses) = 1)
        order by "isDefault" desc, o.course_id = w.id desc, o.position, o.id`,
  )
  const rates = await ratesFor(req, found[0]?.further)
  const onSale = found.map(({ further, tax, ...offer }) => ({
    ...offer,
    ...elsewhere(offer, further, rates),
    ...(tax && { tax }),
  }))
  const recurring = onSale.filter(({ terms }) => terms)
  const payments = recurring.length > 0 ? await paymentsFor(req) : []

  return onSale.filter(({ terms }) => !terms || payments.some((one) => chargesAgain(one, terms)))
}

/** Whether the school `t` adds tax to its prices or they hold it; null where it charges none. */
const TAX = sql`case when t.settings_taxation_is_charged then
  case when t.settings_taxation_is_included then 'included' else 'added' end end`

/** The prices of an offer in the other currencies that it can be bought in. */
const elsewhere = (
  offer: CourseOffer,
  further: Further,
  rates: DayRates | null,
): Pick<CourseOffer, 'prices'> => {
  const prices = further.currencies.flatMap(({ currency }) => {
    const price = priceIn(offer, currency, { further, rates })

    return price?.amount == null ? [] : [{ ...pricePart(price), amount: price.amount }]
  })

  return prices.length > 0 ? { prices } : {}
}

const pricePart = ({ amount, currency, open, terms }: PriceIn): PriceIn => ({
  amount,
  currency,
  open,
  terms,
})

/**
 * What a course costs by itself, for each offer on sale now that opens it alone and does not recur:
 * `course`, and `amount` in minor units of the school's currency.
 */
export const OWN_PRICES = sql`select o.course_id as course,
    case when o.kind = 'free' then 0 else p.amount::float8 end as amount
  from offers o
  join tenants t on t.id = o.tenant_id
  left join offers_prices p on p._parent_id = o.id and p.currency = t.settings_currency
  where o.is_active and ${ON_SALE} and o.kind not in ('subscription', 'plan') and (o.kind = 'free' or p.amount is not null)
    and not exists (select 1 from offers_rels r
      where r.parent_id = o.id and r.path = 'courses' and r.courses_id is distinct from o.course_id)`
