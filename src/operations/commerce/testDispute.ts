import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { DisputeAct } from '@/adapters/payments/testDisputes'
import type { Delivery } from '@/adapters/payments/types'

import { testGatewayFor } from '@/adapters/payments/index'
import { row } from '@/database/transaction'

type Paid = { amount: number; currency: string; payment: string }

/** What the built-in gateway sends when the buyer of an order contests it, or the bank goes on with that; null where it took no money for it. */
export const testDispute = async ({
  act,
  order,
  req,
  tenant,
}: {
  act: DisputeAct
  order: string
  req: PayloadRequest
  tenant: string
}): Promise<Delivery | null> => {
  const gateway = await testGatewayFor(req)
  const paid = await row<Paid>(
    req,
    sql`select amount::float8 as amount, currency, provider_payment as payment from payments
        where order_id = ${order} and provider = 'test' and status = 'succeeded' limit 1`,
  )

  return gateway && paid ? gateway.dispute({ ...paid, act, order, tenant }) : null
}
