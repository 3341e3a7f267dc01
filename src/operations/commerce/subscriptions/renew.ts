import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { ChargeRequest } from '@/adapters/payments/types'
import type { Assessed } from '../tax/assess'
import type { Subscription } from './store'

import { paymentsOf } from '@/adapters/payments/index'
import { systemPool } from '@/database/hosts'
import { inTransaction, row } from '@/database/transaction'
import { afterUnpause, periodPrice } from '@/domain/commerce/lifecycle'
import { afterEnd, chargeOf, isRetryable, nextStep } from '@/domain/commerce/subscriptions'
import { RuleError } from '@/domain/errors'
import { announce } from '@hooks/events/announce'

import type { Due } from './eachDue'

import { directOf } from '../direct'
import { receiveEvent } from '../receiveEvent'
import { eachDue } from './eachDue'
import { rememberCard } from './rememberCard'
import { renewalOrder } from './renewalOrder'
import { renewalTax } from './renewalTax'
import { holdSubscription, saveState } from './store'

/** Subscriptions looked at in one round; the rest waits for the next. */
const AT_ONCE = 500

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
     where status in ('trialing', 'active', 'pastDue', 'paused') and next_step_at <= $1 order by next_step_at limit ${AT_ONCE}`,
    [now.toISOString()],
  )

  return eachDue({ due, payload, work: (one) => renew({ ...one, now, payload }) })
}

/**
 * Charges what is past due of one subscription now, as staff ask, beside the days on which it would be tried; one that is declined counts
 * among them. False where the school has none of that id; throws notRetryable where it is not past due, is about to be charged, or may be
 * being paid by its buyer. Two at once charge once. Call it outside a transaction.
 */
export const chargeAgain = async ({
  id,
  now,
  req,
  tenant,
}: Due & { now: Date; req: PayloadRequest }): Promise<boolean> => {
  const held = await inTransaction(req, async () => {
    const found = await holdSubscription({ id, req })
    if (found && !(await mayTryAgain({ held: found, now, req }))) {
      throw new RuleError('notRetryable')
    }

    return found
  })

  return held !== null && renew({ id, isAsked: true, now, payload: req.payload, tenant })
}

/** Not while its buyer has a page open on which it can be paid. */
const mayTryAgain = async ({
  held: { id, state },
  now,
  req,
}: {
  held: Subscription
  now: Date
  req: PayloadRequest
}): Promise<boolean> => {
  const open = await row(
    req,
    sql`select 1 from subscriptions where id = ${id} and page_closes_at > ${now.toISOString()}`,
  )

  return !open && isRetryable(state, now)
}

type Renewing = Due & {
  /** Whether staff ask for it, whenever it is due. */
  isAsked?: boolean
  now: Date
  payload: Payload
}

const renew = async ({ id, isAsked = false, now, payload, tenant }: Renewing): Promise<boolean> => {
  const req = await createLocalReq({}, payload)
  const tax = await renewalTax({ id, now, req, tenant })
  const step = await inTransaction(req, () => prepare({ id, isAsked, now, req, tax, tenant }))
  if (!step) {
    return false
  }
  const { provider, request } = step
  const charge = (await paymentsOf(provider, req))?.charge
  if (!charge) {
    throw new Error(`${provider} cannot charge a card again.`)
  }
  const direct = await directOf({ order: request.order, provider, req, tenant })
  const delivery = await charge({ ...request, direct })
  await receiveEvent({ ...delivery, payload, provider, school: tenant })
  if (!request.card) {
    await rememberCard({ req, subscription: id })
  }

  return true
}

type Preparing = {
  id: string
  isAsked: boolean
  now: Date
  req: PayloadRequest
  tax: Assessed | null
  tenant: string
}

/** What is to be charged now, with an order that waits for it; null where there is nothing to charge. */
const prepare = async ({
  id,
  isAsked,
  now,
  req,
  tax,
  tenant,
}: Preparing): Promise<null | { provider: Subscription['provider']; request: ChargeRequest }> => {
  const held = await holdSubscription({ id, req })
  const isDue = held?.state.nextStepAt && held.state.nextStepAt <= now
  if (!held?.state.nextStepAt || !(isAsked ? await mayTryAgain({ held, now, req }) : isDue)) {
    return null
  }
  const { state } = held
  const step = isAsked ? 'charge' : nextStep(state, held.dunning)
  if (step === 'unpause') {
    await saveState({ id, req, state: afterUnpause(state, held.state.nextStepAt), tenant })

    return null
  }
  const base = chargeOf(held.terms, state.paidPeriods)
  if (step === 'end' || base === null) {
    await saveState({ id, req, state: afterEnd(state), tenant })

    return null
  }
  const price = periodPrice(state, base)
  const { id: order, total } = await renewalOrder({ held, now, price, req, tax, tenant })
  if (total === 0) {
    await payWithCredit({ now, order, req, tenant })

    return null
  }

  return {
    provider: held.provider,
    request: {
      amount: total,
      card: held.cardKeys,
      currency: held.terms.currency,
      idempotencyKey: `${order}_${state.failures}`,
      order,
      session: held.session,
      tenant,
    },
  }
}

/** A period that costs nothing, for what was credited or taken off, is paid at once, and once. */
const payWithCredit = async ({
  now,
  order,
  req,
  tenant,
}: Omit<Preparing, 'id' | 'isAsked' | 'tax'> & { order: string }): Promise<void> => {
  const paid = await row(
    req,
    sql`update orders set status = 'paid', paid_at = ${now.toISOString()}, updated_at = now()
        where id = ${order} and status <> 'paid' returning id`,
  )
  if (paid) {
    await announce({ data: { order }, fact: 'order.paid', req, tenant })
  }
}
