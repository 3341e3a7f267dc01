import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CardKeys } from '@/adapters/payments/types'

import { paymentsOf } from '@/adapters/payments/index'
import { inTransaction, rows } from '@/database/transaction'
import { isOwedStill, RUNNING } from '@/domain/commerce/subscriptions'
import { RuleError } from '@/domain/errors'

import type { Subscription } from './store'

import { holdSubscription } from './store'

type Asked = { buyer: string; id: string; req: PayloadRequest }

/**
 * Has the provider forget the card of a subscription that is not charged any more, and forgets it here; asked twice it
 * stays so. Null where there is no such subscription of this buyer; throws cardNeeded while it is charged, and
 * PaymentUnavailable while the provider cannot be asked. Call it outside a transaction.
 */
export const removeCard = async ({ id, buyer, req }: Asked): Promise<null | { id: string }> => {
  const held = await inTransaction(req, async () => {
    const found = await holdSubscription({ id, buyer, req })
    if (found?.cardKeys && isCharged(found)) {
      throw new RuleError('cardNeeded')
    }

    return found
  })
  if (!held) {
    return null
  }
  if (held.cardKeys) {
    await forget(req, held, held.cardKeys)
  }

  return { id }
}

const isCharged = ({ state, terms }: Subscription): boolean =>
  isOwedStill(state, terms) ||
  (RUNNING.includes(state.status) && !state.cancelAtPeriodEnd && !state.isCompleted)

const forget = async (
  req: PayloadRequest,
  { id, provider }: Subscription,
  keys: CardKeys,
): Promise<void> => {
  await (await paymentsOf(provider, req))?.forgetCard?.(keys)
  await rows(
    req,
    sql`update subscriptions set card = null, card_keys = null, updated_at = now()
        where id = ${id} and card_keys ->> 'token' = ${keys.token}`,
  )
}
