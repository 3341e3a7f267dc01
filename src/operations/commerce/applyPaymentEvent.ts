import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type {
  ChargeFailure,
  ProviderName,
  RefundEventType,
  ReportedDispute,
  ReportedRefund,
} from '@/adapters/payments/types'
import type { MerchantSale } from '@/domain/commerce/merchants'
import type { PaymentEventType, PaymentRefusal } from '@/domain/commerce/orders'

import { row, rows } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

import { reportDispute } from './disputes/report'
import { postMovement } from './ledger/postMovement'
import { reportPayout } from './payouts/report'
import { reportRefund } from './refunds/report'
import { settleOrder } from './settleOrder'
import { keepCard } from './subscriptions/keepCard'
import { forgetRemoved } from './subscriptions/rememberCard'

/** A stored event as JSON keeps it. */
type Report = {
  amount: null | number
  currency: null | string
  dispute?: ReportedDispute
  failure?: ChargeFailure
  keepsCard?: boolean
  moved?: string
  occurredAt: string
  order: null | string
  payment: null | string
  payout?: string
  payoutAccount?: string
  planSubscription?: string
  provider: ProviderName
  refund?: ReportedRefund
  removed?: string
  sale?: MerchantSale
  session: null | string
  subscription?: string
  type:
    | 'bank.returned'
    | 'bank.sent'
    | 'card.removed'
    | 'card.saved'
    | 'dispute.reported'
    | 'fee.charged'
    | 'payment.approved'
    | 'payout.reported'
    | 'payoutAccount.reported'
    | PaymentEventType
    | RefundEventType
}

type Verdict = {
  outcome: 'applied' | 'ignored' | 'refused'
  refusal?:
    | 'notOurAccount'
    | 'orderUnknown'
    | 'paidTwice'
    | 'paymentUnknown'
    | 'refundTooMuch'
    | PaymentRefusal
}

/**
 * Makes of a stored event what it means for its order, once: a second call, or a second worker, finds
 * it processed. What a buyer has agreed to is announced, and taken by a worker. One that `replays` is made something of
 * again, which changes nothing that was made of it before: what was applied stays so. Runs in the caller's transaction.
 */
export const applyPaymentEvent = async ({
  paymentEvent,
  replays = false,
  req,
  tenant,
}: {
  paymentEvent: string
  replays?: boolean
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const stored = await row<{ report: Report }>(
    req,
    sql`select report from payment_events where id = ${paymentEvent} and (processed_at is null or ${replays}) for update`,
  )
  if (!stored) {
    return
  }
  const { outcome, refusal } = await verdictOn({ report: stored.report, req, tenant })
  await rows(
    req,
    sql`update payment_events set processed_at = coalesce(processed_at, now()), updated_at = now(),
          outcome = case when outcome = 'applied' then outcome else ${outcome}::enum_payment_events_outcome end,
          refusal = case when outcome = 'applied' then refusal else ${refusal ?? null} end
        where id = ${paymentEvent}`,
  )
}

type Asked = { report: Report; req: PayloadRequest; tenant: string }

const verdictOn = async ({ report, req, tenant }: Asked): Promise<Verdict> => {
  const { type, amount, currency, order, payment, planSubscription, provider, refund, session } =
    report
  if (planSubscription) {
    const data = { subscription: planSubscription }
    await announce({ data, fact: 'planSubscription.reported', req, tenant })

    return { outcome: 'applied' }
  }
  if (type === 'refund.failed' || type === 'refund.pending' || type === 'refund.succeeded') {
    if (amount === null || !payment || !refund) {
      return { outcome: 'ignored' }
    }
    const told = await reportRefund({ type, amount, payment, provider, refund, req, tenant })

    return told === 'moved' ? { outcome: 'applied' } : { outcome: 'refused', refusal: told }
  }
  if (type === 'dispute.reported') {
    const { dispute, occurredAt } = report
    if (amount === null || !currency || !payment || !dispute) {
      return { outcome: 'ignored' }
    }
    const about = { amount, currency, dispute, occurredAt, payment, provider }
    const told = await reportDispute({ ...about, req, tenant })

    return told === 'moved' ? { outcome: 'applied' } : { outcome: 'refused', refusal: told }
  }
  if (type === 'payment.approved') {
    const known = await row(req, sql`select 1 from orders where id::text = ${order}`)
    if (!order || !known) {
      return { outcome: 'refused', refusal: 'orderUnknown' }
    }
    const page = session ? { provider, session } : {}
    await announce({ data: { order, ...page }, fact: 'payment.approved', req, tenant })

    return { outcome: 'applied' }
  }
  if (type === 'fee.charged' || type === 'bank.sent' || type === 'bank.returned') {
    const { moved } = report
    if (amount === null || !currency || !moved) {
      return { outcome: 'ignored' }
    }
    const told = await postMovement({
      type,
      amount,
      currency,
      moved,
      payment,
      provider,
      req,
      tenant,
    })

    return told === 'posted' ? { outcome: 'applied' } : { outcome: 'refused', refusal: told }
  }
  if (type === 'payout.reported' || type === 'payoutAccount.reported') {
    return { outcome: (await reportPayout({ ...report, req, tenant })) ? 'applied' : 'ignored' }
  }
  if (type === 'card.removed') {
    const { removed } = report
    const isKnown = removed ? await forgetRemoved({ provider, removed, req }) : false

    return { outcome: isKnown ? 'applied' : 'ignored' }
  }
  if (type === 'card.saved') {
    const { subscription } = report
    const { occurredAt } = report
    const card = { now: new Date(), occurredAt, order, provider, req, subscription, tenant }
    const isKept = session && subscription ? await keepCard({ ...card, session }) : false

    return { outcome: isKept ? 'applied' : 'ignored' }
  }
  if (type === 'other' || amount === null || !currency || !session) {
    return { outcome: 'ignored' }
  }
  const failure = report.failure ?? null
  const { sale } = report
  const of = { failure, payment: payment ?? session, provider, session }
  const paid = { ...of, amount, currency, ...(sale && { sale }) }
  const settled = await settleOrder({ type, order, paid, req, tenant })
  if (settled === 'moved' && report.keepsCard && type === 'payment.succeeded') {
    const { occurredAt } = report
    await keepCard({ now: new Date(), occurredAt, order, provider, req, session, tenant })
  }
  if (settled === 'moved' || settled === 'unmoved') {
    return { outcome: settled === 'moved' ? 'applied' : 'ignored' }
  }

  return { outcome: settled === 'paidTwice' ? 'applied' : 'refused', refusal: settled }
}
