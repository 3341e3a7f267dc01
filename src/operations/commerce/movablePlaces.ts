import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { currentTenant } from '@/database/pool'
import { waysOf } from '@/domain/commerce/transfers'

import { IS_LEFT } from './transfers/left'
import { transferRules } from './transfers/rules'

/** The order lines whose places a learner may move now by the school's rules; a single statement where it lets nobody. */
export const movablePlaces = async ({
  holder,
  now,
  req,
}: {
  holder: string
  now: Date
  req: PayloadRequest
}): Promise<string[]> => {
  const rules = await transferRules({ req, tenant: (await currentTenant()) ?? '' })
  if (!rules.toCohort && !rules.toCourse && !rules.toPerson) {
    return []
  }
  const places = await rows<{ line: string; paidAt: string; startsAt: null | string }>(
    req,
    sql`select l.id as line, to_json(coalesce(o.paid_at, o.updated_at)) #>> '{}' as "paidAt", to_json(k.starts_at) #>> '{}' as "startsAt"
        from orders o join order_lines l on l.order_id = o.id
        join enrollments e on e.learner_id = o.buyer_id and e.course_id = l.course_id and e.status = 'active'
        join access_grants g on g.enrollment_id = e.id and g.order_id = o.id and (g.ends_at is null or g.ends_at > now())
        left join cohorts k on k.id = e.cohort_id
        where o.buyer_id = ${holder} and o.status = 'paid' and o.subscription_id is null and l.access_unit <> 'whilePaid' and not ${IS_LEFT}`,
  )

  return places.flatMap(({ line, paidAt, startsAt }) => {
    const clock = {
      paidAt: new Date(paidAt),
      startsAt: startsAt === null ? null : new Date(startsAt),
    }

    return waysOf(clock, rules, now).length > 0 ? [line] : []
  })
}
