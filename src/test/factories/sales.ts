import { sql } from '@payloadcms/db-postgres'

import type { RefundWish } from '@/domain/commerce/refunds'

import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { checkout } from '@/operations/commerce/checkout'
import { askRefund } from '@/operations/commerce/refunds/ask'
import { settleRefund } from '@/operations/commerce/refunds/settle'
import { settleOrder } from '@/operations/commerce/settleOrder'
import { requestOf } from '@/test/harness'

type Sold = { currency: string; order: string; total: number }

/** Sells offers to a buyer of the school, with the money that comes in for them. */
export const sell = ({
  buyer,
  offers,
  tenant,
}: {
  buyer: { email: string; id: string }
  offers: readonly string[]
  tenant: string
}): Promise<Sold> =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const placed = await checkout({
      buyer: { id: buyer.id, email: buyer.email, emailVerified: true, locale: null },
      now: new Date(),
      offers,
      origin: 'https://school.example.com',
      req,
      tenant,
    })
    const { currency, order, total } = placed
    const open = await row<{ session: string }>(
      req,
      sql`select session from orders where id = ${order}`,
    )
    const session = open?.session ?? ''
    const paid = { amount: total, currency, payment: `pay_${order}`, session }
    await inTransaction(req, () =>
      settleOrder({
        type: 'payment.succeeded',
        order,
        paid: { ...paid, provider: 'test' },
        req,
        tenant,
      }),
    )

    return { currency, order, total }
  })

/** Gives money of an order back, all the way to its end. */
export const giveBack = ({
  order,
  tenant,
  wish,
}: {
  order: string
  tenant: string
  wish: RefundWish
}): Promise<string> =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const asked = await inTransaction(req, () =>
      askRefund({
        endsAccess: false,
        key: crypto.randomUUID(),
        order,
        reason: 'A reason',
        req,
        tenant,
        wish,
      }),
    )
    const refund = asked?.id ?? ''
    const state = { id: `re_${refund}`, failure: null, status: 'succeeded' } as const
    await inTransaction(req, () => settleRefund({ refund, req, state, tenant }))

    return refund
  })
