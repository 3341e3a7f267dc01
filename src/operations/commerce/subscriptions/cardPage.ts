import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SessionRequest } from '@/adapters/payments/types'

import { inTransaction, row, rows } from '@/database/transaction'
import { periodPrice } from '@/domain/commerce/lifecycle'
import {
  afterPageOpened,
  chargeOf,
  isOwedStill,
  RUNNING,
  type SubscriptionState,
} from '@/domain/commerce/subscriptions'
import { RuleError } from '@/domain/errors'

import type { Subscription } from './store'

import { directOf } from '../direct'
import { providerFor, providersFor } from '../providers'
import { renewalOrder } from './renewalOrder'
import { holdSubscription, saveState } from './store'

type Asked = {
  /** Whose it must be; null where a signed link says enough. */
  buyer: null | string
  id: string
  now: Date
  /** Through whom she wants to pay; who charges now, where that is possible, where she has not said. */
  provider?: null | string
  req: PayloadRequest
  /** Where the buyer comes back to. */
  returnUrl: string
  tenant: string
}

const HOUR_MS = 3600_000

/**
 * Opens the provider's page on which the buyer gives another card: where a payment is due and has failed, by paying it
 * there, proving to her bank that it is she; else without paying. Until that page closes nothing is charged besides.
 * Within an hour it is the same page. Null where there is no such subscription; throws notPayable for what is over, and
 * noProvider where nobody can charge again.
 * Call it outside a transaction, since it waits for the provider.
 */
export const openCardPage = async (asked: Asked): Promise<null | { url: string }> => {
  const { id, now, req } = asked
  const prepared = await inTransaction(req, () => prepare(asked))
  if (!prepared) {
    return null
  }
  const { period, provider, request } = prepared
  const purchase = { money: { ...request, amount: request.amount || period }, recurs: true, req }
  const wanted = asked.provider ?? (await whoGoesOn({ ...purchase, provider }))
  const payments = await providerFor({ ...purchase, wanted })
  const direct = await directOf({
    order: request.order,
    provider: payments.name,
    req,
    tenant: asked.tenant,
  })
  const { session, url } = await payments.createSession({ ...request, direct })
  if (payments.confirm) {
    const page = { at: now.toISOString(), order: request.order, provider: payments.name, session }
    await rows(
      req,
      sql`update subscriptions set card_page = ${JSON.stringify(page)}::jsonb, updated_at = now() where id = ${id}`,
    )
  }

  return { url }
}

/** Who charges the subscription now, where it can go on charging; null where only others can. */
const whoGoesOn = async ({
  provider,
  ...purchase
}: Omit<Parameters<typeof providerFor>[0], 'wanted'> & { provider: string }) =>
  (await providersFor(purchase)).find((name) => name === provider) ?? null

type Prepared = {
  /** What is charged for a period, in minor units. */
  period: number
  provider: string
  request: SessionRequest
}

const isDue = ({ failures, status }: SubscriptionState): boolean =>
  failures > 0 && status !== 'paused' && (RUNNING.includes(status) || status === 'ended')

const prepare = async (asked: Asked): Promise<null | Prepared> => {
  const { id, buyer, req, tenant } = asked
  const held = await holdSubscription({ id, buyer, req })
  if (!held) {
    return null
  }
  const { state, terms } = held
  if (!RUNNING.includes(state.status) && !isOwedStill(state, terms)) {
    throw new RuleError('notPayable')
  }
  const page = await pageOf(asked, held)
  if (!isDue(state)) {
    return {
      period: terms.amount,
      provider: held.provider,
      request: { ...page, amount: 0, lines: [], order: null, subscription: id },
    }
  }
  const price = periodPrice(state, chargeOf(terms, state.paidPeriods) ?? 0)
  // Its order was placed, and taxed, when its charge was first tried.
  const order = await renewalOrder({ held, now: asked.now, price, req, tax: null, tenant })
  await rows(
    req,
    sql`update subscriptions set page_closes_at = ${page.expiresAt.toISOString()} where id = ${id}`,
  )
  if (RUNNING.includes(state.status)) {
    await saveState({ id, req, state: afterPageOpened(state, page.expiresAt), tenant })
  }

  return {
    period: terms.amount,
    provider: held.provider,
    request: {
      ...page,
      amount: order.total,
      lines: [{ amount: order.total, title: held.title }],
      order: order.id,
    },
  }
}

const pageOf = async (
  { id, now, req, returnUrl, tenant }: Asked,
  { buyer, state, terms }: Subscription,
) => {
  const hour = Math.floor(now.getTime() / HOUR_MS)
  const who = await row<{ email: string; locale: null | string }>(
    req,
    sql`select email, locale from users where id = ${buyer}`,
  )

  return {
    cancelUrl: returnUrl,
    currency: terms.currency,
    customerEmail: who?.email ?? '',
    expiresAt: new Date((hour + 1.5) * HOUR_MS),
    idempotencyKey: `card_${id}_${state.paidPeriods}_${state.failures}_${hour}`,
    locale: who?.locale ?? '',
    recurs: true,
    successUrl: returnUrl,
    tenant,
  }
}
