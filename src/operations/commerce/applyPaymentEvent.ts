import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderName } from '@/adapters/payments/types'
import type { PaymentEventType, PaymentRefusal } from '@/domain/commerce/orders'

import { row, rows } from '@/database/transaction'

import { settleOrder } from './settleOrder'

/** A stored event as JSON keeps it. */
type Report = {
  amount: null | number
  currency: null | string
  order: null | string
  payment: null | string
  provider: ProviderName
  session: null | string
  type: PaymentEventType
}

type Verdict = {
  outcome: 'applied' | 'ignored' | 'refused'
  refusal?: 'orderUnknown' | 'paidTwice' | PaymentRefusal
}

/**
 * Makes of a stored event what it means for its order, once: a second call, or a second worker, finds
 * it processed. Runs in the caller's transaction.
 */
export const applyPaymentEvent = async ({
  paymentEvent,
  req,
  tenant,
}: {
  paymentEvent: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const stored = await row<{ report: Report }>(
    req,
    sql`select report from payment_events where id = ${paymentEvent} and processed_at is null for update`,
  )
  if (!stored) {
    return
  }
  const { outcome, refusal } = await verdictOn({ report: stored.report, req, tenant })
  await rows(
    req,
    sql`update payment_events set processed_at = now(), outcome = ${outcome}, refusal = ${refusal ?? null}, updated_at = now()
        where id = ${paymentEvent}`,
  )
}

const verdictOn = async ({
  report: { type, amount, currency, order, payment, provider, session },
  req,
  tenant,
}: {
  report: Report
  req: PayloadRequest
  tenant: string
}): Promise<Verdict> => {
  if (type === 'other' || amount === null || !currency || !session) {
    return { outcome: 'ignored' }
  }
  const paid = { amount, currency, payment: payment ?? session, provider, session }
  const settled = await settleOrder({ type, order, paid, req, tenant })
  if (settled === 'moved' || settled === 'unmoved') {
    return { outcome: settled === 'moved' ? 'applied' : 'ignored' }
  }

  return { outcome: settled === 'paidTwice' ? 'applied' : 'refused', refusal: settled }
}
