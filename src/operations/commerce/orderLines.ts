import type { SQL } from '@payloadcms/db-postgres/drizzle'
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
  /** What it was offered as, beside another offer. */
  addition?: null | string
  /** Where the buyer gets a place; null for who learns at their own pace. */
  cohort: null | string
  /** Null where it is the tip. */
  course: null | string
  /** Whether its buyer named the price. */
  isNamed?: boolean
  /** Null where it is the tip. */
  offer: null | string
  title: string
}

/** The tip of a quote as the line of an order, named as its buyer calls it; none where none is given. */
export const tipLine = ({ tip }: Pick<Quote, 'tip'>, title: string): NewLine[] =>
  tip
    ? [
        {
          ...tip,
          access: { count: null, unit: 'forever' },
          cohort: null,
          course: null,
          isNamed: true,
          offer: null,
          title,
        },
      ]
    : []

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
    const { access, addition, courses, offer, open, title } = offered
    const shares = splitOver(line, courses)

    return courses.flatMap((course, index) => {
      const share = shares[index]

      return share
        ? [
            {
              ...share,
              access,
              addition: addition ?? null,
              cohort: cohorts.get(course.id) ?? null,
              course: course.id,
              isNamed: open !== null,
              offer,
              title: lineTitle({ course, title }),
            },
          ]
        : []
    })
  })

/** What a line is called: the course that it opens, and the offer that it is bought by. */
export const lineTitle = ({
  course,
  title,
}: {
  course: { title: string }
  title: string
}): string => `${course.title} – ${title}`

/** The statement that writes the lines of an order, in their order; `order` is SQL for its id. */
export const linesInto = ({
  lines,
  order,
  tenant,
}: {
  lines: readonly NewLine[]
  order: SQL
  tenant: string
}): SQL => {
  const given = lines.map(({ access, ...line }, place) => ({
    ...line,
    count: access.count,
    place,
    unit: access.unit,
    until: access.until ?? null,
  }))

  return sql`insert into order_lines (id, tenant_id, order_id, addition_id, offer_id, course_id, cohort_id, title, is_named, base, discount, tax, total, access_unit, access_count, access_until)
        select uuidv7(), ${tenant}::uuid, ${order}, n.addition, n.offer, n.course, n.cohort, n.title, coalesce(n."isNamed", false), n.base, n.discount, n.tax, n.total,
          n.unit::enum_order_lines_access_unit, n.count, n.until
        from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n(addition uuid, offer uuid, course uuid, cohort uuid, title text, "isNamed" boolean, base numeric,
          discount numeric, tax numeric, total numeric, unit text, count numeric, until timestamptz, place int)
        order by n.place`
}

/** Writes the lines of an order that is there. */
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
  await rows(req, linesInto({ lines, order: sql`${order}::uuid`, tenant }))
}
