import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

type Plan = {
  amount: number
  currency: string
  email: string
  isOver: boolean
  locale: Locale | null
  name: string
  plan: string
  retryAt: null | string
}

/**
 * Tells a buyer that a charge was declined, once for each charge, and that a subscription is over, once. A plan that is
 * paid in full says so by its last receipt.
 */
export const mailBuyerOnSubscriptionChanged = reaction({
  name: 'mailBuyerOnSubscriptionChanged',
  on: 'subscription.changed',
  run: async ({ data: { subscription }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Plan & { failures: number; period: number }>(
      req,
      sql`select u.email, u.locale, u.name, s.title as plan, s.currency, s.failures::int as failures, s.paid_periods::int as period,
            to_json(s.next_step_at) #>> '{}' as "retryAt", s.status in ('canceled', 'ended') and not coalesce(s.is_completed, false) as "isOver",
            coalesce((select o.total::float8 from orders o where o.subscription_id = s.id and o.period = s.paid_periods), s.amount::float8) as amount
          from subscriptions s join users u on u.id = s.buyer_id where s.id = ${subscription}`,
    )
    if (!found || !school) {
      return
    }
    const { name, amount, currency, email, failures, isOver, period, plan, retryAt } = found
    const url = `${school.origin}/account/plans`
    const letter = { locale: found.locale ?? school.locale, req, to: email }
    if (isOver) {
      const key = `planEnded:${subscription}`
      await queueEmail({ ...letter, data: { name, plan, url }, key, template: 'planEnded' })
    } else if (failures > 0 && retryAt) {
      await queueEmail({
        ...letter,
        data: { name, amount, currency, plan, retryAt, url },
        key: `paymentFailed:${subscription}:${period}:${failures}`,
        template: 'paymentFailed',
      })
    }
  },
})
