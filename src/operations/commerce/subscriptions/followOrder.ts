import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderName } from '@/adapters/payments/types'
import type { PlanTurn, SubscriptionState, Terms } from '@/domain/commerce/subscriptions'

import { row, rows } from '@/database/transaction'
import { afterChange, afterPeriodPrice, periodPrice } from '@/domain/commerce/lifecycle'
import {
  afterDeclined,
  afterPaid,
  chargeOf,
  RUNNING,
  startedAt,
} from '@/domain/commerce/subscriptions'
import { textInTheirs } from '@/operations/translation/textIn'
import { announce } from '@hooks/events/announce'

import type { Subscription } from './store'

import { holdSubscription, insertSubscription, saveState } from './store'

type Order = {
  buyer: string
  offer: string
  paidAt: string
  period: null | number
  provider: ProviderName
  session: string
  status: string
  subscription: null | string
  terms: null | Terms
  title: string
  /** What it cost without tax that was added, in minor units. */
  total: number
}

type Given = { order: string; req: PayloadRequest; tenant: string }

/** What the offer `f` is called in the language of its order `o`. */
const TITLE = textInTheirs({ locale: sql`o.locale`, tenant: sql`o.tenant_id` }, 'offers', {
  field: 'title',
  of: sql`f.id`,
  own: sql`f.title`,
})

const orderOf = ({ order, req }: Given): Promise<Order | undefined> =>
  row<Order>(
    req,
    sql`select o.buyer_id as buyer, o.period::int as period, o.provider, o.session, o.status::text as status,
          o.subscription_id as subscription, o.terms, (o.base - o.discount)::float8 as total, to_json(coalesce(o.paid_at, o.updated_at)) #>> '{}' as "paidAt",
          l.offer_id as offer, ${TITLE} as title
        from orders o join lateral (select offer_id from order_lines where order_id = o.id limit 1) l on true
          join offers f on f.id = l.offer_id
        where o.id = ${order} for no key update of o`,
  )

/**
 * Moves a subscription as its paid order says: the first begins it, a later one pays for the period that is due.
 * Told of the same order again it changes nothing. Runs in the caller's transaction.
 */
export const followPaid = async (given: Given): Promise<void> => {
  const { req, tenant } = given
  const order = await orderOf(given)
  if (order?.status !== 'paid') {
    return
  }
  if (order.subscription === null) {
    await begin(given, order)

    return
  }
  const held = await holdSubscription({ id: order.subscription, req })
  if (held && order.period === held.state.paidPeriods && !held.state.isCompleted) {
    const { terms: agreed } = order
    if (agreed?.turn) {
      await turnTo({ held, offer: order.offer, req, terms: agreed, turn: agreed.turn })
    }
    const state = agreed?.turn ? turned(held, agreed, agreed.turn) : renewed(held, order.total)
    await saveState({ id: held.id, req, state, tenant })
  }
}

const renewed = ({ state, terms }: Subscription, total: number): SubscriptionState => {
  const base = chargeOf(terms, state.paidPeriods) ?? 0
  const { discount } = periodPrice({ ...state, credit: 0 }, base)
  const paid = afterPaid(afterPeriodPrice(state, { base, total }), terms)

  return { ...paid, periodValue: base - discount }
}

const turned = ({ state }: Subscription, terms: Terms, { at, credit }: PlanTurn) => ({
  ...afterChange(state, terms, { at: new Date(at), credit }),
  periodValue: terms.amount,
})

/** Writes down what was agreed anew. */
const turnTo = ({
  held,
  offer,
  req,
  terms: { amount, interval },
  turn: { title },
}: {
  held: Subscription
  offer: string
  req: PayloadRequest
  terms: Terms
  turn: PlanTurn
}) =>
  rows(
    req,
    sql`update subscriptions set offer_id = ${offer}, title = ${title}, amount = ${amount}, interval = ${interval}, updated_at = now()
        where id = ${held.id}`,
  )

const begin = async ({ order: id, req, tenant }: Given, order: Order): Promise<void> => {
  const { terms } = order
  if (!terms) {
    return
  }
  const state = startedAt(terms, new Date(order.paidAt), order.total)
  const subscription = await insertSubscription({
    ...order,
    begunBy: id,
    req,
    state,
    tenant,
    terms,
  })
  await rows(
    req,
    sql`update orders set subscription_id = ${subscription}, period = ${terms.trialDays > 0 ? null : 0}, updated_at = now() where id = ${id}`,
  )
  await announce({ data: { subscription }, fact: 'subscription.cardGiven', req, tenant })
  await announce({ data: { subscription }, fact: 'subscription.changed', req, tenant })
}

/**
 * Moves a subscription as its declined charge says, once for each failed payment: `failures` is never more
 * than those payments. Where the difference to another plan was declined, all stays as it was. Runs in the caller's transaction.
 */
export const followFailed = async (given: Given): Promise<void> => {
  const { order: id, req, tenant } = given
  const order = await orderOf(given)
  const held = order?.subscription && (await holdSubscription({ id: order.subscription, req }))
  if (order?.terms?.turn && order.status !== 'paid') {
    await rows(req, sql`update orders set period = null, updated_at = now() where id = ${id}`)

    return
  }
  if (!held || order.status === 'paid' || order.period !== held.state.paidPeriods) {
    return
  }
  const declined = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from payments where order_id = ${id} and status = 'failed'`,
  )
  if (RUNNING.includes(held.state.status) && held.state.failures < (declined?.count ?? 0)) {
    await saveState({ id: held.id, req, state: afterDeclined(held.state, held.dunning), tenant })
  }
}
