import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CardKeys, ProviderName } from '@/adapters/payments/types'
import type { Dunning } from '@/domain/commerce/dunning'
import type { SubscriptionState, Terms } from '@/domain/commerce/subscriptions'

import { row, rows } from '@/database/transaction'
import { retryDaysOf, USUAL_GRACE_DAYS, USUAL_RETRY_DAYS } from '@/domain/tenancy/retries'
import { announce } from '@hooks/events/announce'

/** A subscription as it is stored: its state, its terms, whose it is, and how the school goes after what fails. */
export type Subscription = {
  buyer: string
  /** What its provider calls the card that is charged; null while it has not been asked. */
  cardKeys: CardKeys | null
  dunning: Dunning
  id: string
  offer: string
  provider: ProviderName
  session: string
  state: SubscriptionState
  terms: Terms
  title: string
}

type Stored = Omit<Subscription, 'dunning' | 'state' | 'terms'> &
  Omit<SubscriptionState, 'anchor' | 'endedAt' | 'nextStepAt' | 'pausedAt' | 'periodEnd'> &
  Omit<Terms, 'trialDays'> & {
    anchor: string
    dunning: StoredDunning
    endedAt: null | string
    nextStepAt: null | string
    pausedAt: null | string
    periodEnd: string
  }

type StoredDunning = Omit<Dunning, 'graceDays' | 'retryDays'> & {
  graceDays: null | number
  retryDays: null | string
}

const dunningOf = ({ graceDays, retryDays, ...rest }: StoredDunning): Dunning => ({
  ...rest,
  graceDays: graceDays ?? USUAL_GRACE_DAYS,
  retryDays: retryDaysOf(retryDays ?? '') ?? USUAL_RETRY_DAYS,
})

/** How the school of the subscription `s` goes after what fails, as JSON, in its buyer's time zone. */
const DUNNING = sql`(select json_build_object('graceDays', t.settings_recurring_grace_days::int, 'retryDays', t.settings_recurring_retry_days,
    'skipsWeekends', coalesce(t.settings_recurring_skips_weekends, true), 'timeZone', coalesce(u.time_zone, t.settings_time_zone, 'UTC'))
  from tenants t join users u on u.id = s.buyer_id where t.id = s.tenant_id)`

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
    sql`select id, buyer_id as buyer, card_keys as "cardKeys", offer_id as offer, provider, session, title, status::text as status, kind::text as kind,
          amount::float8 as amount, currency, interval::text as interval, payments::int as payments,
          paid_periods::int as "paidPeriods", failures::int as failures, ${moment('anchor')} as anchor,
          coalesce(base, 0)::int as base, coalesce(credit, 0)::float8 as credit, coalesce(period_value, 0)::float8 as "periodValue",
          coalesce(discount_amount, 0)::float8 as "discountAmount", coalesce(discount_percent, 0)::int as "discountPercent", coalesce(discount_periods, 0)::int as "discountPeriods",
          ${moment('ended_at')} as "endedAt", ${moment('paused_at')} as "pausedAt", ${moment('period_end')} as "periodEnd", ${moment('next_step_at')} as "nextStepAt",
          coalesce(cancel_at_period_end, false) as "cancelAtPeriodEnd", coalesce(is_completed, false) as "isCompleted", ${DUNNING} as dunning
        from subscriptions s where id = ${id} and (${buyer}::uuid is null or buyer_id = ${buyer}::uuid) for no key update of s`,
  )

  return stored ? subscriptionOf(stored) : null
}

const dateOf = (text: null | string): Date | null => (text === null ? null : new Date(text))

const subscriptionOf = ({
  id,
  anchor,
  base,
  buyer,
  cancelAtPeriodEnd,
  cardKeys,
  credit,
  discountAmount,
  discountPercent,
  discountPeriods,
  dunning,
  endedAt,
  failures,
  isCompleted,
  nextStepAt,
  offer,
  paidPeriods,
  pausedAt,
  periodEnd,
  periodValue,
  provider,
  session,
  status,
  title,
  ...terms
}: Stored): Subscription => ({
  id,
  buyer,
  cardKeys,
  dunning: dunningOf(dunning),
  offer,
  provider,
  session,
  state: {
    anchor: new Date(anchor),
    base,
    cancelAtPeriodEnd,
    credit,
    discountAmount,
    discountPercent,
    discountPeriods,
    endedAt: dateOf(endedAt),
    failures,
    isCompleted,
    nextStepAt: dateOf(nextStepAt),
    paidPeriods,
    pausedAt: dateOf(pausedAt),
    periodEnd: new Date(periodEnd),
    periodValue,
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
          anchor = ${state.anchor.toISOString()}, base = ${state.base}, credit = ${state.credit}, period_value = ${state.periodValue},
          discount_amount = ${state.discountAmount}, discount_percent = ${state.discountPercent}, discount_periods = ${state.discountPeriods},
          ended_at = ${state.endedAt?.toISOString() ?? null}, paused_at = ${state.pausedAt?.toISOString() ?? null},
          cancel_at_period_end = ${state.cancelAtPeriodEnd}, is_completed = ${state.isCompleted}, updated_at = now()
        where id = ${id}`,
  )
  await announce({ data: { subscription: id }, fact: 'subscription.changed', req, tenant })
}

/** Writes a new subscription down and answers its id: that of the order that begins it, where there is one. */
export const insertSubscription = async ({
  begunBy = null,
  buyer,
  offer,
  provider,
  req,
  session,
  state,
  tenant,
  terms,
  title,
}: Omit<Subscription, 'cardKeys' | 'dunning' | 'id'> & {
  begunBy?: null | string
  req: PayloadRequest
  tenant: string
}): Promise<string> => {
  const inserted = await row<{ id: string }>(
    req,
    sql`insert into subscriptions (id, tenant_id, title, buyer_id, offer_id, kind, amount, currency, interval, payments,
          provider, session, anchor, base, period_value, status, paid_periods, failures, period_end, next_step_at, discount_amount, discount_percent,
          discount_periods)
        values (coalesce(${begunBy}::uuid, uuidv7()), ${tenant}, ${title}, ${buyer}, ${offer}, ${terms.kind}, ${terms.amount}, ${terms.currency},
          ${terms.interval}, ${terms.payments}, ${provider}, ${session}, ${state.anchor.toISOString()}, ${state.base}, ${state.periodValue}, ${state.status},
          ${state.paidPeriods}, ${state.failures}, ${state.periodEnd.toISOString()}, ${state.nextStepAt?.toISOString() ?? null},
          ${state.discountAmount}, ${state.discountPercent}, ${state.discountPeriods})
        returning id`,
  )
  if (!inserted) {
    throw new Error('The subscription was not written.')
  }

  return inserted.id
}
