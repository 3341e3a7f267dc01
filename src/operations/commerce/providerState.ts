import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SessionState } from '@/adapters/payments/types'

import { paymentsOf } from '@/adapters/payments/index'
import { PaymentUnavailable } from '@/adapters/payments/types'
import { row } from '@/database/transaction'

/** How a provider says that a payment stands; null where it knows of none. */
export type PaymentState = null | SessionState

type Paid = { provider: string; session: string }

/**
 * How the provider says that a payment stands, asked now; `state` is null where it knows of none. Undefined where the school
 * has no such payment; throws PaymentUnavailable while the provider cannot be asked.
 */
export const providerState = async ({
  payment,
  req,
}: {
  payment: string
  req: PayloadRequest
}): Promise<undefined | { state: PaymentState }> => {
  const paid = await row<Paid>(
    req,
    sql`select p.provider, case when p.status = 'succeeded' then coalesce(o.session, p.provider_payment) else p.provider_payment end as session
        from payments p join orders o on o.id = p.order_id where p.id = ${payment}`,
  )
  if (!paid) {
    return undefined
  }
  const payments = await paymentsOf(paid.provider, req)
  if (!payments) {
    throw new PaymentUnavailable(`${paid.provider} is not in use here.`)
  }

  return { state: await payments.lookUp(paid.session) }
}
