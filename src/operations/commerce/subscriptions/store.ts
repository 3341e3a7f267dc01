import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderName } from '@/adapters/payments/types'
import type { SubscriptionState, Terms } from '@/domain/commerce/subscriptions'

import { row, rows } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

/** A subscription as it is stored: its state, its terms, and whose it is. */
export type Subscription = {
  buyer: string
  id: string
  offer: string
  provider: ProviderName
  session: string
  state: SubscriptionState
  terms: Terms
  title: string
}

type Stored = Omit<Subscription, 'state' | 'terms'> &
  Omit<SubscriptionState, 'anchor' | 'nextStepAt' | 'periodEnd'> &
  Omit<Terms, 'trialDays'> & { anchor: string; nextStepAt: null | string; periodEnd: string }

const moment = (column: string) => sql`to_json(${sql.raw(column)}) #>> '{}'`

/** A subscription, locked until the transaction ends; null where there is none, or it is not `buyer`'s. */
export const holdSubscription = async ({
  id,
  buyer = null,
  req,
}: {
  buyer?: null | string
  id: string
  req: PayloadRequest
}): Promise<null | Subscription> => {
  const stored = await row<Stored>(
    req,
    sql`select id, buyer_id as buyer, offer_id as offer, provider, session, title, status::text as status, kind::text as kind,
          amount::float8 as amount, currency, interval::text as interval, payments::int as payments,
          paid_periods::int as "paidPeriods", failures::int as failures, ${moment('anchor')} as anchor,
          ${moment('period_end')} as "periodEnd", ${moment('next_step_at')} as "nextStepAt",
          coalesce(cancel_at_period_end, false) as "cancelAtPeriodEnd", coalesce(is_completed, false) as "isCompleted"
        from subscriptions where id = ${id} and (${buyer}::uuid is null or buyer_id = ${buyer}::uuid) for no key update`,
  )

  return stored ? subscriptionOf(stored) : null
}

const subscriptionOf = ({
  id,
  anchor,
  buyer,
  cancelAtPeriodEnd,
  failures,
  isCompleted,
  nextStepAt,
  offer,
  paidPeriods,
  periodEnd,
  provider,
  session,
  status,
  title,
  ...terms
}: Stored): Subscription => ({
  id,
  buyer,
  offer,
  provider,
  session,
  state: {
    anchor: new Date(anchor),
    cancelAtPeriodEnd,
    failures,
    isCompleted,
    nextStepAt: nextStepAt === null ? null : new Date(nextStepAt),
    paidPeriods,
    periodEnd: new Date(periodEnd),
    status,
  },
  terms: { ...terms, trialDays: 0 },
  title,
})

type Given = { id: string; req: PayloadRequest; state: SubscriptionState; tenant: string }

/** Writes how a held subscription stands now, and announces it. */
export const saveState = async ({ id, req, state, tenant }: Given): Promise<void> => {
  await rows(
    req,
    sql`update subscriptions set status = ${state.status}, paid_periods = ${state.paidPeriods}, failures = ${state.failures},
          period_end = ${state.periodEnd.toISOString()}, next_step_at = ${state.nextStepAt?.toISOString() ?? null},
          cancel_at_period_end = ${state.cancelAtPeriodEnd}, is_completed = ${state.isCompleted}, updated_at = now()
        where id = ${id}`,
  )
  await announce({ data: { subscription: id }, fact: 'subscription.changed', req, tenant })
}

/** Writes a new subscription down and answers its id. */
export const insertSubscription = async ({
  buyer,
  offer,
  provider,
  req,
  session,
  state,
  tenant,
  terms,
  title,
}: Omit<Subscription, 'id'> & { req: PayloadRequest; tenant: string }): Promise<string> => {
  const inserted = await row<{ id: string }>(
    req,
    sql`insert into subscriptions (id, tenant_id, title, buyer_id, offer_id, kind, amount, currency, interval, payments,
          provider, session, anchor, status, paid_periods, failures, period_end, next_step_at)
        values (uuidv7(), ${tenant}, ${title}, ${buyer}, ${offer}, ${terms.kind}, ${terms.amount}, ${terms.currency},
          ${terms.interval}, ${terms.payments}, ${provider}, ${session}, ${state.anchor.toISOString()}, ${state.status},
          ${state.paidPeriods}, ${state.failures}, ${state.periodEnd.toISOString()}, ${state.nextStepAt?.toISOString() ?? null})
        returning id`,
  )
  if (!inserted) {
    throw new Error('The subscription was not written.')
  }

  return inserted.id
}
