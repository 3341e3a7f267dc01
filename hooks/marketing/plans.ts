import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ChargeFailure } from '@/adapters/payments/types'
import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { openUntil, RUNNING, triesLeft } from '@/domain/commerce/subscriptions'
import { cardLink } from '@/operations/commerce/subscriptions/cardKeys'
import { holdSubscription, type Subscription } from '@/operations/commerce/subscriptions/store'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

/**
 * Tells a buyer that a charge was declined, once for each charge, and that a subscription is over, once. A plan that is
 * paid in full says so by its last receipt.
 */
export const mailBuyerOnSubscriptionChanged = reaction({
  name: 'mailBuyerOnSubscriptionChanged',
  on: 'subscription.changed',
  run: async ({ data: { subscription }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const held = await holdSubscription({ id: subscription, req })
    const found = held && (await readerOf(req, held))
    if (!held || !found || !school) {
      return
    }
    const { state, title: plan } = held
    const { name, amount, email, failure } = found
    const letter = { locale: found.locale ?? school.locale, req, to: email }
    if (!RUNNING.includes(state.status)) {
      if (!state.isCompleted) {
        const url = `${school.origin}/account/plans`
        const key = `planEnded:${subscription}`
        await queueEmail({ ...letter, data: { name, plan, url }, key, template: 'planEnded' })
      }

      return
    }
    if (state.failures === 0 || !state.nextStepAt) {
      return
    }
    const retryAt = state.nextStepAt.toISOString()
    const until = openUntil(state, held.dunning)?.toISOString() ?? retryAt
    const url = cardLink({ now: new Date(), origin: school.origin, subscription, tenant })
    const due = { name, amount, currency: held.terms.currency, plan, url }
    const key = `paymentFailed:${subscription}:${state.paidPeriods}:${state.failures}`
    await (failure === 'authenticationRequired'
      ? queueEmail({ ...letter, data: { ...due, until }, key, template: 'paymentConfirm' })
      : triesLeft(state, held.dunning) === 'more'
        ? queueEmail({ ...letter, data: { ...due, retryAt }, key, template: 'paymentFailed' })
        : queueEmail({ ...letter, data: { ...due, until }, key, template: 'paymentLastCall' }))
  },
})

type Reader = {
  amount: number
  email: string
  failure: ChargeFailure | null
  locale: Locale | null
  name: string
}

/** Who is written to, what is due, and why the last charge of it failed. */
const readerOf = (req: PayloadRequest, { id, state, terms }: Subscription) =>
  row<Reader>(
    req,
    sql`select u.email, u.locale, u.name, coalesce(o.total::float8, ${terms.amount}) as amount,
          (select p.failure::text from payments p where p.order_id = o.id and p.status = 'failed' order by p.id desc limit 1) as failure
        from subscriptions s join users u on u.id = s.buyer_id
        left join orders o on o.subscription_id = s.id and o.period = ${state.paidPeriods}
        where s.id = ${id}`,
  )
