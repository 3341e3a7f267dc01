import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { RefundState } from '@/adapters/payments/types'

import { row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

import { postRefund } from '../ledger/postRefund'
import { issueCreditNote } from './issueCreditNote'

type Settling = { refund: string; req: PayloadRequest; state: RefundState; tenant: string }

/**
 * Writes down what a provider made of a refund. Money that went back gets its credit note, unless a merchant of record issues that, and its lines in the ledger,
 * and refund.settled is announced, once in a refund's life; one that failed leaves all as it was, and its sum can be
 * refunded again. Runs in the caller's transaction.
 */
export const settleRefund = async ({ refund, req, state, tenant }: Settling): Promise<void> => {
  const { id, failure, returned, status } = state
  const moved = await row<{ currency: string; merchant: null | string; order: string }>(
    req,
    sql`update refunds set status = ${status}, failure = ${failure}, provider_refund = coalesce(${id}, provider_refund), updated_at = now(),
          settled_at = case when ${status} = 'succeeded' then now() end
        where id = ${refund} and status = 'pending' returning order_id as "order", currency, (select o.merchant from orders o where o.id = refunds.order_id) as merchant`,
  )
  if (!moved || status === 'pending') {
    return
  }
  if (status === 'failed') {
    await announce({ data: { refund }, fact: 'refund.failed', req, tenant })

    return
  }
  const { currency, order } = moved
  const merchant = moved.merchant ? (returned ?? { earnings: null }) : null
  await issueCreditNote({ refund, req, tenant })
  await postRefund({ currency, merchant, order, refund, req, tenant })
  await announce({ data: { refund }, fact: 'refund.settled', req, tenant })
}
