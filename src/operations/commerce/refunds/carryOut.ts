import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { DirectPayment, ProviderName, RefundRequest } from '@/adapters/payments/types'

import { paymentsOf } from '@/adapters/payments/index'
import { PaymentUnavailable } from '@/adapters/payments/types'
import { inTransaction, row } from '@/database/transaction'

import { keepsFee } from '../splitTerms'
import { settleRefund } from './settle'

type Asked = Omit<RefundRequest, 'direct' | 'refund' | 'tenant'> & {
  direct: DirectPayment | null
  provider: ProviderName
}

type Given = { refund: string; req: PayloadRequest; tenant: string }

/**
 * Asks the provider for a refund that is under way, and writes down what it answers; call it outside a transaction. The
 * provider gives the money back once, however often it is asked: after a crash, or an answer that never came, asking again
 * brings the same answer. Throws PaymentUnavailable while it cannot be asked.
 */
export const carryOutRefund = async ({ refund, req, tenant }: Given): Promise<void> => {
  const asked = await row<Asked>(
    req,
    sql`select r.amount::float8 as amount, r.currency, case when p.provider = 'stripe' then o.direct end as direct, r.order_id as "order", p.provider_payment as payment, p.provider,
          coalesce(o.session, '') as session
        from refunds r join payments p on p.id = r.payment_id join orders o on o.id = r.order_id
        where r.id = ${refund} and r.status = 'pending' and r.provider_refund is null`,
  )
  if (!asked) {
    return
  }
  const { direct: gone, provider, ...request } = asked
  const payments = await paymentsOf(provider, req)
  if (!payments) {
    throw new PaymentUnavailable(`${provider} is not in use here.`)
  }
  const direct = gone && { fee: gone.fee, keepsFee: await keepsFee({ req, tenant }) }
  const state = await payments.refund({ ...request, direct, refund, tenant })
  await inTransaction(req, () => settleRefund({ refund, req, state, tenant }))
}
