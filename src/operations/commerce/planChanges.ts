import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Proration } from '@/domain/commerce/proration'
import type { Terms } from '@/domain/commerce/subscriptions'

import { row, rows } from '@/database/transaction'
import { isChangeable } from '@/domain/commerce/lifecycle'
import { prorate } from '@/domain/commerce/proration'
import { endOfPeriod } from '@/domain/commerce/subscriptions'

import type { CourseOffer } from './courseOffers'
import type { Subscription } from './subscriptions/store'

import { courseOffers } from './courseOffers'

/** Another plan that a subscription can be changed to, and what that costs now before tax is added; minor units. */
export type PlanChange = Proration & {
  currency: string
  offer: string
  terms: Terms
  title: string
}

const HOUR_MS = 3600_000

/** Prices of changes are those of the hour, so that what is shown is what is charged. */
const hourOf = (now: Date): Date => new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)

/** The courses of a subscription, by the order that says what it opens. */
const coursesOfPlan = async (req: PayloadRequest, subscription: string): Promise<string[]> =>
  (
    await rows<{ course: string }>(
      req,
      sql`select distinct l.course_id as course from order_lines l where l.order_id = (
            select o.id from orders o where o.subscription_id = ${subscription} and o.terms is not null and o.status = 'paid'
            order by o.id desc limit 1)`,
    )
  ).map(({ course }) => course)

/**
 * What is worth something of the present period, in minor units: its price, less what was given back of it. Both are as
 * the plan is listed: without tax where tax was added to its price, with it where the price held it.
 */
const valueOf = async (req: PayloadRequest, { id, state }: Subscription): Promise<number> => {
  const back = await row<{ amount: number }>(
    req,
    sql`select coalesce(sum(g.net + case when coalesce((o.taxation ->> 'isIncluded')::boolean, true) then g.tax else 0 end), 0)::float8 as amount
        from refund_lines g join refunds r on r.id = g.refund_id join orders o on o.id = r.order_id
        where o.subscription_id = ${id} and o.period = ${state.paidPeriods - 1} and r.status <> 'failed'`,
  )

  return Math.max(0, state.periodValue - (back?.amount ?? 0))
}

/** What it costs to change to a plan of these terms now. */
const priceOfChange = async ({
  held,
  now,
  req,
  terms,
}: {
  held: Subscription
  now: Date
  req: PayloadRequest
  terms: Terms
}): Promise<Proration> => {
  const { state } = held
  const from = endOfPeriod(state, held.terms, state.paidPeriods - 1)
  const period = { from, paid: await valueOf(req, held), until: state.periodEnd }

  return prorate({ amount: terms.amount, credit: state.credit, now: hourOf(now), period })
}

const isOther =
  (held: Subscription, courses: readonly string[], library: string) => (offer: CourseOffer) =>
    ruleOf(offer) === library &&
    offer.terms?.kind === 'subscription' &&
    offer.id !== held.offer &&
    offer.currency === held.terms.currency &&
    offer.courses.length === courses.length &&
    offer.courses.every(({ id }) => courses.includes(id))

/** What an offer opens by its rule, to be compared. */
const ruleOf = (offer: CourseOffer | undefined): string => JSON.stringify(offer?.library ?? null)

/** All plans that a subscription can be changed to now: others on sale that open exactly its courses, or its library. */
export const changesOf = async ({
  held,
  now,
  req,
}: {
  held: Subscription
  now: Date
  req: PayloadRequest
}): Promise<PlanChange[]> => {
  const courses = isChangeable(held.state, held.terms, now) ? await coursesOfPlan(req, held.id) : []
  const [first] = courses
  const offers = first ? await courseOffers({ courses: [first], req }) : []
  const own = offers.find(({ id }) => id === held.offer)
  const changes: PlanChange[] = []
  for (const { id, currency, terms, title } of offers.filter(isOther(held, courses, ruleOf(own)))) {
    if (terms) {
      const price = await priceOfChange({ held, now, req, terms })
      changes.push({ ...price, currency, offer: id, terms, title })
    }
  }

  return changes
}
