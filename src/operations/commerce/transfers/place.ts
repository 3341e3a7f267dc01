import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PlacePart } from '@/domain/commerce/transfers'
import type { Billing } from '@/domain/commerce/invoices'
import type { Taxation } from '@/domain/commerce/tax/taxed'
import type { Locale } from '@/domain/tenancy/locales'

import { isHeldBy } from '@/database/orderHolders'
import { row, rows } from '@/database/transaction'
import { openedParty } from '@/operations/tenancy/taxIds'

import { IS_LEFT } from './left'

/** A place that was paid for and can be moved: a course that a line of an order opens to its buyer. Amounts in minor units, moments ISO 8601. */
export type Place = {
  /** What it was listed at when it was bought. */
  base: number
  billing: Billing | null
  cohort: null | string
  course: string
  currency: string
  email: string
  holder: string
  /** Whether the line is of a bundle. */
  isBundled: boolean
  line: string
  locale: Locale | null
  name: string
  offer: string
  order: string
  paidAt: string
  /** All that was paid for it, what was paid last first. */
  parts: PlacePart[]
  /** When its cohort starts. */
  startsAt: null | string
  taxation: null | Taxation
  title: string
  /** Until when it is open; null for good. */
  until: null | string
}

/**
 * The place that an order line opens; null where the line is none of the school's, or what it opened is not open to its
 * buyer by it now: not paid, recurring, ended, paused, moved, or being refunded with its access. With `lock` its order stays
 * as it is until the transaction ends.
 */
export const placeOf = async ({
  line,
  lock = false,
  req,
}: {
  line: string
  lock?: boolean
  req: PayloadRequest
}): Promise<null | Place> => {
  const found = await row<Omit<Place, 'parts'> & { tenant: string }>(
    req,
    sql`select l.id as line, o.tenant_id as tenant, o.id as "order", o.buyer_id as holder, u.name, u.email, l.course_id as course, l.offer_id as offer, l.title,
          l.base::float8 as base, o.currency, o.billing, o.taxation, coalesce(o.locale, u.locale::text) as locale, e.cohort_id as cohort,
          to_json(k.starts_at) #>> '{}' as "startsAt", to_json(coalesce(o.paid_at, o.updated_at)) #>> '{}' as "paidAt",
          to_json(g.ends_at) #>> '{}' as until,
          exists (select 1 from offers_rels b where b.parent_id = l.offer_id and b.path = 'courses') as "isBundled"
        from order_lines l join orders o on o.id = l.order_id join users u on u.id = o.buyer_id
        join enrollments e on e.learner_id = o.buyer_id and e.course_id = l.course_id and e.status = 'active'
        join access_grants g on g.enrollment_id = e.id and g.order_id = o.id and (g.ends_at is null or g.ends_at > now())
        left join cohorts k on k.id = e.cohort_id
        where l.id = ${line} and o.status = 'paid' and o.is_gift is not true and o.subscription_id is null and l.access_unit <> 'whilePaid' and not ${IS_LEFT}
          and not exists (select 1 from refund_lines x join refunds r on r.id = x.refund_id
            where x.line_id = l.id and r.status <> 'failed' and r.ends_access)
        ${lock ? sql`for no key update of o` : sql``}`,
  )

  if (!found) {
    return null
  }
  const { tenant, ...place } = found

  return {
    ...place,
    billing: openedParty(place.billing, { tenant }),
    parts: await partsOf(place.line, req),
  }
}

/** What was paid for the place of a line: by its own order, and by those from whose lines it was moved. */
const partsOf = (line: string, req: PayloadRequest): Promise<PlacePart[]> =>
  rows(
    req,
    sql`with recursive chain as (
          select ${line}::uuid as line, 0 as depth
          union all
          select m.line_id, c.depth + 1 from chain c join order_lines l on l.id = c.line
          join place_transfers m on m.order_id = l.order_id and m.completed_at is not null)
        select l.id, o.id as "order", l.total::float8 as total, l.tax::float8 as tax,
          coalesce((o.taxation ->> 'isIncluded')::boolean, true) as "isIncluded",
          json_build_object('total', coalesce(sum(g.net + g.tax), 0)::float8, 'tax', coalesce(sum(g.tax), 0)::float8) as refunded
        from chain c join order_lines l on l.id = c.line join orders o on o.id = l.order_id
        left join (refund_lines g join refunds r on r.id = g.refund_id and r.status <> 'failed') on g.line_id = l.id
        where exists (select 1 from payments p where p.order_id = o.id and p.status = 'succeeded')
        group by l.id, o.id, c.depth order by c.depth`,
  )

/** Whether somebody has a course: it is open to them, paused, or paid for and about to be opened. */
export const hasCourse = async ({
  course,
  learner,
  req,
}: {
  course: string
  learner: string
  req: PayloadRequest
}): Promise<boolean> => {
  const found = await row(
    req,
    sql`select 1 from enrollments e where e.learner_id = ${learner} and e.course_id = ${course}
          and e.status in ('active', 'paused') and (e.access_until is null or e.access_until > now())
        union all
        select 1 from orders o join order_lines l on l.order_id = o.id
        where ${isHeldBy(learner)} and l.course_id = ${course} and o.status = 'paid' and not ${IS_LEFT}
          and not exists (select 1 from access_grants g where g.order_id = o.id)
        limit 1`,
  )

  return found !== undefined
}
