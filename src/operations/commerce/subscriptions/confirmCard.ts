import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { ProviderName, SessionState } from '@/adapters/payments/types'
import type { Due } from './eachDue'

import { paymentsOf } from '@/adapters/payments/index'
import { PaymentDeclined, PaymentUnavailable } from '@/adapters/payments/types'
import { systemPool } from '@/database/hosts'
import { inTransaction, row, rows } from '@/database/transaction'

import { settleOrder } from '../settleOrder'
import { eachDue } from './eachDue'
import { keepCard } from './keepCard'

/** A page on which another card is being given; `order` is what is paid there, null where nothing is. */
type OpenCardPage = { order: null | string; provider: ProviderName; session: string }

type Asked = { req: PayloadRequest; subscription: string; tenant: string }

/**
 * Asks the provider what came of the page on which another card is being given, has it take the money that the buyer has
 * agreed to pay there, and charges that card from now on. Where no page is open, nothing is asked. Call it outside a
 * transaction; answers `declined` where she has to pay by other means, and throws PaymentUnavailable while the provider
 * cannot be asked.
 */
export const confirmCard = async (asked: Asked): Promise<'asked' | 'declined'> => {
  const { req, subscription } = asked
  const open = await row<{ page: OpenCardPage }>(
    req,
    sql`select card_page as page from subscriptions where id::text = ${subscription} and card_page is not null`,
  )
  const confirm = open && (await paymentsOf(open.page.provider, req))?.confirm
  if (!open || !confirm) {
    return 'asked'
  }
  try {
    await follow({ ...asked, page: open.page, state: await confirm(open.page.session) })

    return 'asked'
  } catch (error) {
    if (error instanceof PaymentDeclined) {
      return 'declined'
    }
    throw error
  }
}

const follow = async ({
  page: { order, provider, session },
  req,
  state,
  subscription,
  tenant,
}: Asked & { page: OpenCardPage; state: null | SessionState }): Promise<void> => {
  if (state?.status === 'paid') {
    await inTransaction(req, async () => {
      if (order) {
        const paid = { ...state, payment: state.payment ?? session, provider, session }
        await settleOrder({ type: 'payment.succeeded', order, paid, req, tenant })
      }
      const now = new Date()
      const card = { occurredAt: now.toISOString(), order, provider, req, session }
      await keepCard({ ...card, now, subscription, tenant })
    })
  } else if (state?.status !== 'open') {
    await close(req, subscription, session)
  }
}

const close = async (req: PayloadRequest, subscription: string, session: string): Promise<void> => {
  await rows(
    req,
    sql`update subscriptions set card_page = null, updated_at = now()
        where id = ${subscription} and card_page ->> 'session' = ${session}`,
  )
}

/** The same for a buyer who has come back from the page; while the provider cannot be asked, she is told how it stands. */
export const confirmCardReturn = async (asked: Asked): Promise<'asked' | 'declined'> => {
  try {
    return await confirmCard(asked)
  } catch (error) {
    if (!(error instanceof PaymentUnavailable)) {
      throw error
    }
    const { req, subscription } = asked
    req.payload.logger.warn({ err: error, subscription }, 'A card waits for its provider.')

    return 'asked'
  }
}

const AT_ONCE = 200

/** Asks the providers about every page that was opened in the last three days, whose buyer may not have come back. */
export const confirmCards = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const { rows: due } = await systemPool().query<Due>(
    `select id, tenant_id as tenant from subscriptions
     where card_page is not null and (card_page ->> 'at')::timestamptz > $1::timestamptz - interval '3 days' order by id limit ${AT_ONCE}`,
    [now.toISOString()],
  )

  return eachDue({
    due,
    payload,
    work: async ({ id, tenant }) => {
      const req = await createLocalReq({}, payload)

      return (await confirmCard({ req, subscription: id, tenant })) === 'asked'
    },
  })
}
