import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProviderName, RefundEventType, ReportedRefund } from '@/adapters/payments/types'
import type { RefundStatus } from '@/domain/commerce/refunds'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import { insertRefund } from './insert'
import { settleRefund } from './settle'

type Reported = {
  amount: number
  payment: string
  provider: ProviderName
  refund: ReportedRefund
  req: PayloadRequest
  tenant: string
  type: RefundEventType
}

const STATUSES: Readonly<Record<RefundEventType, RefundStatus>> = {
  'refund.failed': 'failed',
  'refund.pending': 'pending',
  'refund.succeeded': 'succeeded',
}

/**
 * Makes of a provider's report what it means: a refund that was asked for here stands as it says, and one that was made at
 * the provider's own desk is written down, over the lines of its order. Told twice, late or in another order it changes
 * nothing more. Runs in the caller's transaction.
 */
export const reportRefund = async ({
  type,
  ...reported
}: Reported): Promise<'moved' | 'paymentUnknown' | 'refundTooMuch'> => {
  const { payment, provider, refund, req, tenant } = reported
  const held = await row<{ order: string; payment: string }>(
    req,
    sql`select o.id as "order", p.id as payment from payments p join orders o on o.id = p.order_id
        where p.provider = ${provider} and p.provider_payment = ${payment} for no key update of o`,
  )
  if (!held) {
    return 'paymentUnknown'
  }
  const status = STATUSES[type]
  const known = await row<{ id: string }>(
    req,
    sql`select id from refunds where payment_id = ${held.payment}
          and (provider_refund = ${refund.id} or id::text = ${refund.ours} and provider_refund is null) limit 1`,
  )
  try {
    const { id } = known ?? (await written(reported, held))
    const { failure, returned } = refund
    const state = { id: refund.id, failure, ...(returned && { returned }), status }
    await settleRefund({ refund: id, req, state, tenant })

    return 'moved'
  } catch (error) {
    if (error instanceof RuleError && error.code === 'refundTooMuch') {
      return error.code
    }
    throw error
  }
}

/** One that nobody asked for here: of the order's lines in proportion, and nothing is closed by it. */
const written = (
  { amount, provider, refund, req, tenant }: Omit<Reported, 'type'>,
  { order, payment }: { order: string; payment: string },
) =>
  insertRefund({
    author: null,
    endsAccess: false,
    key: `${provider}:${refund.id}`,
    order,
    payment,
    providerRefund: refund.id,
    reason: null,
    req,
    tenant,
    wish: { amount },
  })
