import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderName } from '@/adapters/payments/types'

import { row, rows } from '@/database/transaction'
import { afterNewCard } from '@/domain/commerce/subscriptions'
import { announce } from '@hooks/events/announce'

import { holdSubscription, saveState } from './store'

type Kept = {
  now: Date
  /** When its provider says that it was given; ISO 8601. */
  occurredAt: string
  /** Whose period was paid with the card, where it was not given for itself. */
  order: null | string
  provider: ProviderName
  req: PayloadRequest
  session: string
  subscription?: string
  tenant: string
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Charges, from now on, the card that was given on a page, and tries at once what is past due. The first order of a
 * subscription, and an id that is nobody's, change nothing: answers whether there was a subscription. A card that is kept
 * already, or in whose place one was given since, changes nothing more. Runs in the caller's transaction.
 */
export const keepCard = async ({
  now,
  occurredAt,
  order,
  provider,
  req,
  session,
  subscription,
  tenant,
}: Kept): Promise<boolean> => {
  const id = subscription ?? (order && UUID.test(order) ? await subscriptionOf(req, order) : null)
  const held = id && UUID.test(id) ? await holdSubscription({ id, req }) : null
  if (!held) {
    return false
  }
  const isKept = held.provider === provider && held.session === session
  if (isKept || (await isReplaced({ id: held.id, occurredAt, req }))) {
    return true
  }
  await rows(
    req,
    sql`update subscriptions set provider = ${provider}, session = ${session}, card = null, card_keys = null, card_page = null, updated_at = now()
        where id = ${held.id}`,
  )
  await announce({
    data: { subscription: held.id },
    fact: 'subscription.cardGiven',
    req,
    tenant,
  })
  const state = afterNewCard(held.state, now)
  if (state !== held.state) {
    await saveState({ id: held.id, req, state, tenant })
  }

  return true
}

/** Whether a card that was given later took its place. */
const isReplaced = async ({
  id,
  occurredAt,
  req,
}: Pick<Kept, 'occurredAt' | 'req'> & { id: string }): Promise<boolean> =>
  Boolean(
    await row(
      req,
      sql`select 1 from payment_events e join subscriptions s on s.id = ${id} and s.tenant_id = e.tenant_id
          where e.outcome = 'applied' and e.report ->> 'occurredAt' > ${occurredAt}
            and (e.type = 'card.saved' and e.report ->> 'subscription' = ${id}
              or e.report ->> 'keepsCard' = 'true' and e.report ->> 'session' = s.session)
          limit 1`,
    ),
  )

const subscriptionOf = async (req: PayloadRequest, order: string): Promise<null | string> =>
  (
    await row<{ subscription: null | string }>(
      req,
      sql`select subscription_id as subscription from orders where id = ${order}`,
    )
  )?.subscription ?? null
