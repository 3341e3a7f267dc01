import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CardFace } from '@/domain/commerce/cards'
import type { Counter } from '@/domain/commerce/lifecycle'
import type { Interval, SubscriptionStatus } from '@/domain/commerce/subscriptions'

import { rows } from '@/database/transaction'
import { SHOWN_COURSE } from '@/operations/catalog/shownCourse'
import { languageOf } from '@/operations/translation/reading'

import { libraryIn, type Library } from './library'

/** A subscription or plan as its buyer sees it; amounts in minor units, moments in ISO 8601. */
export type OwnPlan = {
  amount: number
  cancelAtPeriodEnd: boolean
  /** What is charged for it; null where its provider said of none. */
  card: CardFace | null
  /** What the school offers to whoever cancels. */
  counter: Counter
  courses: { isShown: boolean; slug: string; title: string }[]
  currency: string
  /** What is off each of the next `discountPeriods` payments, in minor units; else the percentage. */
  discountAmount: number
  discountPercent: number
  discountPeriods: number
  /** Whether there is another plan for its courses. */
  hasChanges: boolean
  id: string
  interval: Interval
  isCompleted: boolean
  kind: 'plan' | 'subscription'
  /** What its offer opens by a rule beside `courses`; null where it has none. */
  library: Library | null
  /** For how many months it may be paused. */
  mostPauseMonths: number
  nextStepAt: null | string
  offer: string
  paidPeriods: number
  payments: null | number
  periodEnd: string
  provider: string
  session: string
  status: SubscriptionStatus
  title: string
}

/** All that somebody pays or paid for again and again, what runs first; in one statement. */
export const plansOf = async ({
  buyer,
  req,
}: {
  buyer: string
  req: PayloadRequest
}): Promise<OwnPlan[]> => {
  const language = await languageOf(req)

  return rows<OwnPlan>(
    req,
    sql`select s.id, s.title, s.status::text as status, s.kind::text as kind, s.amount::float8 as amount, s.currency,
          s.interval::text as interval, s.payments::int as payments, s.paid_periods::int as "paidPeriods",
          to_json(s.period_end) #>> '{}' as "periodEnd", to_json(s.next_step_at) #>> '{}' as "nextStepAt",
          coalesce(s.cancel_at_period_end, false) as "cancelAtPeriodEnd", coalesce(s.is_completed, false) as "isCompleted",
          coalesce(s.discount_amount, 0)::float8 as "discountAmount", coalesce(s.discount_percent, 0)::int as "discountPercent", coalesce(s.discount_periods, 0)::int as "discountPeriods",
          coalesce((select f.most_pause_months from offers f where f.id = s.offer_id), 0)::int as "mostPauseMonths",
          exists (select 1 from offers f join offers n on n.course_id = f.course_id and n.id <> f.id and n.kind = 'subscription' and n.is_active
            where f.id = s.offer_id) as "hasChanges",
          (select json_build_object('kind', coalesce(t.settings_recurring_counter_offer::text, 'none'),
             'percent', coalesce(t.settings_recurring_counter_percent, 0)::int, 'periods', coalesce(t.settings_recurring_counter_periods, 0)::int)
           from tenants t where t.id = s.tenant_id) as counter,
          (select ${libraryIn(language)} from offers o where o.id = s.offer_id) as library,
          s.offer_id as offer, s.card, s.provider, s.session,
          (select coalesce(json_agg(json_build_object('slug', c.slug, 'isShown', ${SHOWN_COURSE}, 'title', c.title) order by c.title), '[]'::json) from courses c
             where c.id in (select l.course_id from order_lines l join orders o on o.id = l.order_id where o.subscription_id = s.id)) as courses
        from subscriptions s where s.buyer_id = ${buyer}
        order by s.next_step_at is null, s.id desc`,
  )
}
