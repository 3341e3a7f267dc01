import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Movement } from '@/adapters/payments/types'

import { inTransaction, row } from '@/database/transaction'

import { applyPaymentEvent } from '../applyPaymentEvent'
import { keepEvent } from '../keepEvent'
import { carryOutPayout } from '../payouts/carryOut'

type Given = { movement: Movement; req: PayloadRequest; tenant: string }

/**
 * Has a movement that nobody told of take the way of any event: kept in the log under an id of its own, and made something
 * of at once; how a payout stands that it is of is asked and written down. Answers why it was not taken, null where it was, or where there was nothing to take.
 */
export const mend = async ({ movement, req, tenant }: Given): Promise<null | string> => {
  const { event } = movement
  const session = event.session ?? (await sessionOf(req, event.order)) ?? event.payment
  const told = { ...event, session }
  const body = JSON.stringify({ listed: movement.kind, of: movement.id })
  await inTransaction(req, () => keepEvent({ body, event: told, req, tenant }))
  const kept = await row<{ id: string }>(
    req,
    sql`select id from payment_events where provider = ${event.provider} and provider_event = ${event.id}`,
  )
  if (!kept) {
    return null
  }
  await inTransaction(req, () =>
    applyPaymentEvent({ paymentEvent: kept.id, replays: true, req, tenant }),
  )
  if (event.payout) {
    await carryOutPayout({ payout: event.payout, req, tenant })
  }
  const stood = await row<{ refusal: null | string }>(
    req,
    sql`select refusal from payment_events where id = ${kept.id}`,
  )

  return stood?.refusal ?? null
}

/** The page on which an order is paid: lists of payments do not name it. */
const sessionOf = async (req: PayloadRequest, order: null | string): Promise<null | string> =>
  (
    await row<{ session: null | string }>(
      req,
      sql`select session from orders where id::text = ${order ?? ''}`,
    )
  )?.session ?? null
