import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AccessRule } from '@/domain/commerce/access'
import type { OfferedCourse } from '@/domain/commerce/bundles'
import type { Terms } from '@/domain/commerce/subscriptions'

import { rows } from '@/database/transaction'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

import { bundleIn, ON_SALE, RULE, TERMS } from './offerCourses'
import { canRecur } from './subscriptions/terms'

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
  /** What recurs, where it does; `amount` is then that of a period, or of all instalments together. */
  terms: null | Terms
  title: string
}

/**
 * What is on sale of these courses now, bundles with them included; in one statement. The offer chosen
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

  return rows<CourseOffer>(
    req,
    sql`select o.id, ${textIn(language, 'offers', { field: 'title', of: sql`o.id`, own: sql`o.title` })} as title, w.id as course, bundle.courses, t.settings_currency as currency, ${RULE} as access,
          ${TERMS} as terms, coalesce(o.is_for_cohort, false) as "isForCohort",
          coalesce(o.is_default, false) and o.course_id = w.id as "isDefault",
          case when o.kind = 'free' then 0 else p.amount::float8 end as amount
        from unnest(${sql.param([...courses])}::uuid[]) as w(id)
        join offers o on o.is_active and (o.course_id = w.id or exists (
          select 1 from offers_rels r where r.parent_id = o.id and r.courses_id = w.id and r.path = 'courses'))
        join tenants t on t.id = o.tenant_id
        ${bundleIn(language)}
        left join offers_prices p on p._parent_id = o.id and p.currency = t.settings_currency
        where (o.kind = 'free' or p.amount is not null) and ${ON_SALE}
          and (${canRecur(req)} or o.kind not in ('subscription', 'plan'))
          and (bundle."isWhole" or json_array_length(bundle.courses) = 1)
        order by "isDefault" desc, o.course_id = w.id desc, o.position, o.id`,
  )
}

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
