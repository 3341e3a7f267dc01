import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'

/** An offer as pages list it: `amount` in minor units of the school's currency, 0 when it is free. */
export type CourseOffer = {
  amount: number
  course: string
  currency: string
  id: string
  isDefault: boolean
  title: string
}

/** What is on sale of these courses now, in the school's order; one statement. */
export const courseOffers = async ({
  courses,
  req,
}: {
  courses: readonly string[]
  req: PayloadRequest
}): Promise<CourseOffer[]> =>
  rows<CourseOffer>(
    req,
    sql`select o.id, o.title, o.course_id as course, t.settings_currency as currency,
          coalesce(o.is_default, false) as "isDefault",
          case when o.kind = 'free' then 0 else p.amount::float8 end as amount
        from offers o
        join tenants t on t.id = o.tenant_id
        left join offers_prices p on p._parent_id = o.id and p.currency = t.settings_currency
        where o.course_id = any(${sql.param([...courses])}::uuid[]) and o.is_active
          and (o.kind = 'free' or p.amount is not null)
        order by o.position, o.id`,
  )
