import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { paymentsOf } from '@/adapters/payments/index'
import { systemPool } from '@/database/hosts'
import { rows } from '@/database/transaction'
import { FORGOTTEN_HOURS } from '@/domain/commerce/upsells'

import { eachDue } from '../subscriptions/eachDue'

/** Cards looked at in one round; the rest waits for the next. */
const AT_ONCE = 200

/** For how many days a provider is asked to forget a card that it could not be asked about. */
const MOST_DAYS = 30

type Kept = { id: string; provider: string; session: string; tenant: string }

/**
 * Has the providers forget the cards that were kept for one more purchase, once none can be made with them any more. Each by itself:
 * one whose provider cannot be asked waits for the next round. Answers how many were forgotten; a second time, none.
 */
export const forgetKeptCards = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const { rows: due } = await systemPool().query<Kept>(
    `select id, provider, session, tenant_id as tenant from orders
     where keeps_card and status = 'paid' and paid_at <= $1::timestamptz - interval '${FORGOTTEN_HOURS} hours'
       and paid_at > $1::timestamptz - interval '${MOST_DAYS} days' order by paid_at limit ${AT_ONCE}`,
    [now.toISOString()],
  )

  return eachDue({
    due,
    payload,
    work: async ({ id, provider, session }) => {
      const req = await createLocalReq({}, payload)
      const payments = await paymentsOf(provider, req)
      const kept = await payments?.keptCard?.(session)
      if (kept) {
        await payments?.forgetCard?.(kept.keys)
      }
      await rows(
        req,
        sql`update orders set keeps_card = false, updated_at = now() where id = ${id}`,
      )

      return Boolean(kept)
    },
  })
}
