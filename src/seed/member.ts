import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { periodPrice } from '@/domain/commerce/lifecycle'
import { chargeOf } from '@/domain/commerce/subscriptions'
import { followPaid } from '@/operations/commerce/subscriptions/followOrder'
import { renewalOrder } from '@/operations/commerce/subscriptions/renewalOrder'
import { renewalTax } from '@/operations/commerce/subscriptions/renewalTax'
import { holdSubscription } from '@/operations/commerce/subscriptions/store'
import { grantWhilePaid } from '@/operations/learning/grantWhilePaid'

import type { SeedSales } from './types'

import { sell, takeMoney } from './selling'

type Given = { req: PayloadRequest; sales: SeedSales; tenant: string }

/** Somebody who subscribed to the library a month ago, learned in some of its courses, and has paid for the second month. */
export const seedMember = async (given: Given): Promise<void> => {
  const { req, sales, tenant } = given
  const { by, offer } = sales.member
  const { order } = await sell({
    country: sales.country,
    req,
    sale: { by, offers: [offer] },
    tenant,
  })
  await followPaid({ order, req, tenant })
  await grantWhilePaid({ req, subscription: order, tenant })
  await learn(given)
  await aMonthAgo(req, order)
  await renew({ ...given, subscription: order })
}

const learn = async ({
  req,
  sales: {
    member: { by, lessons },
  },
}: Given): Promise<void> => {
  for (const [course, count] of Object.entries(lessons)) {
    await rows(
      req,
      sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position, completed_at)
          select uuidv7(), e.tenant_id, e.learner_id, l.id, e.course_id, e.id, '[]', coalesce(l.duration, 0), 1, 0, now()
          from enrollments e join users u on u.id = e.learner_id join courses c on c.id = e.course_id
            join lateral (select x.id, x.duration from lessons x where x.course_id = c.id order by x.id limit ${count}) l on true
          where u.email = ${by} and c.slug = ${course}
          on conflict (tenant_id, learner_id, lesson_id) do nothing`,
    )
  }
}

/** Has a subscription, named by the order that began it, begun a month earlier. */
const aMonthAgo = async (req: PayloadRequest, order: string): Promise<void> => {
  await rows(
    req,
    sql`with paid as (update orders set paid_at = paid_at - interval '1 month', created_at = created_at - interval '1 month' where id = ${order}),
          period as (update library_periods set begins_at = begins_at - interval '1 month' where order_id = ${order})
        update subscriptions set anchor = anchor - interval '1 month', period_end = anchor, next_step_at = anchor,
          created_at = created_at - interval '1 month' where id = ${order}`,
  )
}

const renew = async ({
  req,
  subscription: id,
  tenant,
}: Given & { subscription: string }): Promise<void> => {
  const now = new Date()
  const tax = await renewalTax({ id, now, req, tenant })
  const held = await holdSubscription({ id, req })
  const base = held && chargeOf(held.terms, held.state.paidPeriods)
  if (!held || base === null) {
    throw new Error('The demo has no subscription to renew.')
  }
  const price = periodPrice(held.state, base)
  const due = await renewalOrder({ held, now, price, req, tax, tenant })
  const { order } = await takeMoney({
    currency: held.terms.currency,
    order: due.id,
    req,
    tenant,
    total: due.total,
  })
  await followPaid({ order, req, tenant })
}
