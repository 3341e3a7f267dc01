import { randomBytes } from 'node:crypto'

import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { ChargeRequest } from '@/adapters/payments/types'
import type { NewLine } from '../orderLines'
import type { Subscription } from './store'

import { paymentsOf } from '@/adapters/payments/index'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { splitOver } from '@/domain/commerce/bundles'
import { addDays } from '@/domain/commerce/calendar'
import { orderNumberFrom } from '@/domain/commerce/orderNumbers'
import { afterEnd, chargeOf, nextStep } from '@/domain/commerce/subscriptions'

import { insertLines } from '../orderLines'
import { receiveEvent } from '../receiveEvent'
import { holdSubscription, saveState } from './store'

/** Subscriptions looked at in one round; the rest waits for the next. */
const AT_ONCE = 500

type Due = { id: string; tenant: string }

/**
 * Charges every subscription whose period is over at `now`, and ends those that are to end; each by itself, so that
 * one that fails waits for the next round and holds up no other. The charge's event takes the way of any
 * provider's, and moves order and subscription when it is applied. Answers how many were charged.
 */
export const renewSubscriptions = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const { rows: due } = await systemPool().query<Due>(
    `select id, tenant_id as tenant from subscriptions
     where status in ('trialing', 'active', 'pastDue') and next_step_at <= $1 order by next_step_at limit ${AT_ONCE}`,
    [now.toISOString()],
  )
  let charged = 0
  for (const one of due) {
    const isCharged = await asTenant(one.tenant, () => renew({ ...one, now, payload })).catch(
      (error: unknown) => {
        payload.logger.warn(
          { err: error, subscription: one.id },
          'A renewal waits for the next round.',
        )

        return false
      },
    )
    charged += Number(isCharged)
  }

  return charged
}

type Renewing = Due & { now: Date; payload: Payload }

const renew = async ({ id, now, payload, tenant }: Renewing): Promise<boolean> => {
  const req = await createLocalReq({}, payload)
  const step = await inTransaction(req, () => prepare({ id, now, req, tenant }))
  if (!step) {
    return false
  }
  const { provider, request } = step
  const charge = paymentsOf(provider, req)?.charge
  if (!charge) {
    throw new Error(`${provider} cannot charge a card again.`)
  }
  const delivery = await charge(request)
  await receiveEvent({ ...delivery, payload, provider, school: tenant })

  return true
}

type Preparing = { id: string; now: Date; req: PayloadRequest; tenant: string }

/** What is to be charged now, with an order that waits for it; null where there is nothing to charge. */
const prepare = async ({
  id,
  now,
  req,
  tenant,
}: Preparing): Promise<null | { provider: Subscription['provider']; request: ChargeRequest }> => {
  const held = await holdSubscription({ id, req })
  if (!held?.state.nextStepAt || held.state.nextStepAt > now) {
    return null
  }
  const amount = chargeOf(held.terms, held.state.paidPeriods)
  if (nextStep(held.state) === 'end' || amount === null) {
    await saveState({ id, req, state: afterEnd(held.state), tenant })

    return null
  }
  const order = await renewalOrder({ amount, held, now, req, tenant })
  const { currency } = held.terms

  return {
    provider: held.provider,
    request: {
      amount,
      currency,
      idempotencyKey: `${order}_${held.state.failures}`,
      order,
      session: held.session,
      tenant,
    },
  }
}

type Ordering = Omit<Preparing, 'id'> & { amount: number; held: Subscription }

/** The one order of the period that is due, open again where a charge of it was declined. */
const renewalOrder = async ({ amount, held, now, req, tenant }: Ordering): Promise<string> => {
  const { id, buyer, state, terms } = held
  const order = await row<{ id: string; isNew: boolean }>(
    req,
    sql`insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency, subscription_id, period, locale, expires_at)
        values (uuidv7(), ${tenant}, ${orderNumberFrom(randomBytes(8))}, ${buyer}, 'pending', ${amount}, 0, 0, ${amount},
          ${terms.currency}, ${id}, ${state.paidPeriods},
          (select f.locale from orders f where f.subscription_id = ${id} and f.terms is not null order by f.id limit 1), ${addDays(now, 1).toISOString()})
        on conflict (tenant_id, subscription_id, period) do update
          set status = case when orders.status = 'paid' then orders.status else 'pending' end,
            expires_at = excluded.expires_at, updated_at = now()
        returning id, xmax = 0 as "isNew"`,
  )
  if (!order) {
    throw new Error('The order of a renewal was not written.')
  }
  if (order.isNew) {
    const lines = await renewedLines({ amount, held, req })
    await insertLines({ lines, order: order.id, req, tenant })
  }

  return order.id
}

/** The lines of the subscription's first order again, at what is due now. */
const renewedLines = async ({
  amount,
  held,
  req,
}: Pick<Ordering, 'amount' | 'held' | 'req'>): Promise<NewLine[]> => {
  const first = await rows<{ base: number; course: string; title: string }>(
    req,
    sql`select l.course_id as course, l.title, l.base::float8 as base from order_lines l
        where l.order_id = (select o.id from orders o where o.subscription_id = ${held.id} and o.terms is not null order by o.id limit 1)
        order by l.id`,
  )
  const shares = splitOver(
    { base: amount, discount: 0, tax: 0, total: amount },
    first.map(({ base }) => ({ price: base })),
  )

  return first.flatMap(({ course, title }, index) => {
    const share = shares[index]
    const access = { count: null, unit: 'whilePaid' } as const

    return share ? [{ ...share, access, cohort: null, course, offer: held.offer, title }] : []
  })
}
