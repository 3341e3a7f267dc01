import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AccessRule } from '@/domain/commerce/access'
import type { Quote } from '@/domain/commerce/quote'

import { rows } from '@/database/transaction'
import { splitOver } from '@/domain/commerce/bundles'

import type { OfferOnSale } from './offers'

/** A course that an order buys by an offer, with its share of the sum in minor units. */
export type NewLine = Omit<Quote['lines'][number], 'offer'> & {
  access: AccessRule
  /** Where the buyer gets a place; null for who learns at their own pace. */
  cohort: null | string
  course: string
  offer: string
  title: string
}

/** A quote as the lines of an order: one for each course of each offer, with the access rule as it is today. */
export const linesOf = ({
  cohorts,
  offers,
  priced,
}: {
  /** The chosen ones, by their courses. */
  cohorts: ReadonlyMap<string, string>
  offers: readonly OfferOnSale[]
  priced: Pick<Quote, 'lines'>
}): NewLine[] =>
  priced.lines.flatMap((line) => {
    const offered = offers.find(({ offer }) => offer === line.offer)
    if (!offered) {
      throw new Error('A quote names an offer that was not asked for.')
    }
    const { access, courses, offer, title } = offered
    const shares = splitOver(line, courses)

    return courses.flatMap((course, index) => {
      const share = shares[index]

      return share
        ? [
            {
              ...share,
              access,
              cohort: cohorts.get(course.id) ?? null,
              course: course.id,
              offer,
              title: `${course.title} – ${title}`,
            },
          ]
        : []
    })
  })

/** Writes the lines of an order, in their order and in one statement. */
export const insertLines = async ({
  lines,
  order,
  req,
  tenant,
}: {
  lines: readonly NewLine[]
  order: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const given = lines.map(({ access, ...line }, place) => ({
    ...line,
    count: access.count,
    place,
    unit: access.unit,
    until: access.until ?? null,
  }))
  await rows(
    req,
    sql`insert into order_lines (id, tenant_id, order_id, offer_id, course_id, cohort_id, title, base, discount, tax, total, access_unit, access_count, access_until)
        select uuidv7(), ${tenant}, ${order}, n.offer, n.course, n.cohort, n.title, n.base, n.discount, n.tax, n.total,
          n.unit::enum_order_lines_access_unit, n.count, n.until
        from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n(offer uuid, course uuid, cohort uuid, title text, base numeric,
          discount numeric, tax numeric, total numeric, unit text, count numeric, until timestamptz, place int)
        order by n.place`,
  )
}
