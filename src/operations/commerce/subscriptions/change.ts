import { randomBytes } from 'node:crypto'

import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ChargeRequest } from '@/adapters/payments/types'
import type { PlanTurn } from '@/domain/commerce/subscriptions'
import type { Taxation } from '@/domain/commerce/tax/taxed'

import { paymentsOf } from '@/adapters/payments/index'
import { inTransaction, row, rows } from '@/database/transaction'
import { addDays } from '@/domain/commerce/calendar'
import { isChangeable } from '@/domain/commerce/lifecycle'
import { orderNumberFrom } from '@/domain/commerce/orderNumbers'
import { RuleError } from '@/domain/errors'
import { announce } from '@hooks/events/announce'

import type { PlanChange } from '../planChanges'
import type { Assessable } from '../shownChanges'
import type { Turn } from './latestTurn'
import type { Subscription } from './store'

import { keepExchange } from '../exchange/keep'
import { insertLines } from '../orderLines'
import { directOf } from '../direct'
import { receiveEvent } from '../receiveEvent'
import { assessedChange, changeTo, priceOfTurn } from '../shownChanges'
import { latestTurn } from './latestTurn'
import { linesOfPeriod } from './renewalOrder'
import { holdSubscription } from './store'

type Asked = {
  /** Whose it must be; null for staff. */
  buyer: null | string
  /** What the buyer was shown to pay now, its tax included, in minor units. */
  expects: number
  id: string
  now: Date
  offer: string
  req: PayloadRequest
  tenant: string
}

/** What came of it: the order of the difference, in minor units and with its tax; its payment is reported like any other. */
export type Turned = { due: number; order: string }

/**
 * Changes a subscription to another plan for the same courses: charges the kept card for the difference at once, and
 * the new period begins when that is paid; where nothing is due it begins now. A second click finds the order of the
 * first and charges nothing besides. Null where the buyer has none of that id; throws notChangeable, notForSale for an
 * offer that is no plan for it, priceChanged where another sum is due than was shown, and TaxUnavailable where nobody
 * calculates the tax of the difference. Call it outside a transaction.
 */
export const changePlan = async (asked: Asked & { payload: Payload }): Promise<null | Turned> => {
  const { payload, req, tenant } = asked
  const assessed = await assessedChange(asked)
  const step = await inTransaction(req, () => prepare({ ...asked, assessed }))
  if (!step) {
    return null
  }
  const { charge, order } = step
  if (charge) {
    const pay = (await paymentsOf(charge.provider, req))?.charge
    if (!pay) {
      throw new RuleError('notForSale')
    }
    const { order: charged } = charge.request
    const direct = await directOf({ order: charged, provider: charge.provider, req, tenant })
    const delivery = await pay({ ...charge.request, direct })
    await receiveEvent({ ...delivery, payload, provider: charge.provider, school: tenant })
  }

  return { due: charge?.request.amount ?? 0, order }
}

type Step = {
  charge: null | { provider: Subscription['provider']; request: ChargeRequest }
  order: string
}

type Preparing = Asked & { assessed: Assessable | null }

const prepare = async (asked: Preparing): Promise<null | Step> => {
  const { id, assessed, buyer, expects, now, offer, req } = asked
  const held = await holdSubscription({ id, buyer, req })
  if (!held) {
    return null
  }
  const latest = await latestTurn(req, held)
  if (latest?.isDone && latest.offer === offer && latest.total === expects) {
    return { charge: null, order: latest.order }
  }
  if (latest && !latest.isDone) {
    return againOf(asked, held, latest)
  }
  if (!isChangeable(held.state, held.terms, now)) {
    throw new RuleError('notChangeable')
  }
  const change = await changeTo({ held, now, offer, req })
  if (!change) {
    throw new RuleError('notForSale')
  }
  if (assessed?.change.due !== change.due) {
    throw new RuleError('priceChanged')
  }
  const { tax } = assessed
  const price = priceOfTurn(change, tax)
  if (price.total !== expects) {
    throw new RuleError('priceChanged')
  }
  const order = await turnOrder({ asked, change, held, price, taxation: tax?.kept ?? null })

  return {
    charge: price.total === 0 ? null : chargeOfTurn(asked, held, { order, total: price.total }),
    order,
  }
}

/** A change asked for again before it is made: its order, to be charged under the same key where it is not paid yet. */
const againOf = (asked: Asked, held: Subscription, turn: Turn): Step => {
  if (turn.offer !== asked.offer) {
    throw new RuleError('notChangeable')
  }
  if (turn.total !== asked.expects) {
    throw new RuleError('priceChanged')
  }

  return { charge: turn.isPaid ? null : chargeOfTurn(asked, held, turn), order: turn.order }
}

const chargeOfTurn = (
  { tenant }: Asked,
  { cardKeys: card, provider, session, terms }: Subscription,
  { order, total }: { order: string; total: number },
): NonNullable<Step['charge']> => ({
  provider,
  request: {
    amount: total,
    card,
    currency: terms.currency,
    idempotencyKey: `${order}_turn`,
    order,
    session,
    tenant,
  },
})

const turnOrder = async ({
  asked: { now, req, tenant },
  change: { left, offer, terms, title },
  held,
  price,
  taxation,
}: {
  asked: Asked
  change: PlanChange
  held: Subscription
  price: ReturnType<typeof priceOfTurn>
  taxation: null | Taxation
}): Promise<string> => {
  const turn: PlanTurn = { at: now.toISOString(), credit: left, title }
  const isPaid = price.total === 0
  const lines = await linesOfPeriod({ held: { ...held, offer }, price, req })
  await rows(
    req,
    sql`update orders set period = null, updated_at = now()
        where subscription_id = ${held.id} and period = ${held.state.paidPeriods} and status <> 'paid'`,
  )
  const made = await row<{ id: string }>(
    req,
    sql`insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency, subscription_id, period, terms, taxation,
          billing, locale, paid_at, expires_at)
        select uuidv7(), ${tenant}::uuid, ${orderNumberFrom(randomBytes(8))}, ${held.buyer}::uuid, ${isPaid ? 'paid' : 'pending'}::enum_orders_status,
          ${price.base}::numeric, ${price.discount}::numeric, ${price.tax}::numeric, ${price.total}::numeric, ${terms.currency}, ${held.id}::uuid,
          ${held.state.paidPeriods}::numeric, ${JSON.stringify({ ...terms, turn })}::jsonb, ${taxation && JSON.stringify(taxation)}::jsonb,
          f.billing, f.locale, ${isPaid ? now.toISOString() : null}::timestamptz, ${addDays(now, 1).toISOString()}::timestamptz
        from (select) one left join lateral (
          select o.billing, o.locale from orders o where o.subscription_id = ${held.id} and o.terms is not null order by o.id limit 1) f on true
        returning id`,
  )
  const order = made?.id ?? ''
  await insertLines({ lines, order, req, tenant })
  await keepExchange({ order, req, tenant })
  if (isPaid) {
    await announce({ data: { order }, fact: 'order.paid', req, tenant })
  }

  return order
}
