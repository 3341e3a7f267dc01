import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { paymentsOf } from '@/adapters/payments/index'
import { PaymentDeclined, PaymentUnavailable } from '@/adapters/payments/types'
import { inTransaction, row } from '@/database/transaction'

import { settleOrder } from './settleOrder'
import { keepCard } from './subscriptions/keepCard'

type Asked = {
  order: string
  /** The page that its buyer has agreed on, where the order has none of its own. */
  page?: Waiting
  req: PayloadRequest
  tenant: string
}

type Waiting = { provider: string; session: string }

/**
 * Asks the provider of an order that waits for its payment how that stands, and has it take the money that the buyer has
 * agreed to pay; call it outside a transaction. An order that is paid, given up, or at a provider that reports by itself
 * stays as it is. Answers `declined` where the buyer has to pay by other means; throws PaymentUnavailable while the
 * provider cannot be asked.
 */
export const confirmOrder = async ({
  order,
  page,
  req,
  tenant,
}: Asked): Promise<'asked' | 'declined'> => {
  const waiting = await row<Waiting>(
    req,
    sql`select coalesce(provider, ${page?.provider ?? null}) as provider, coalesce(session, ${page?.session ?? null}) as session from orders
        where id::text = ${order} and status = 'pending' and coalesce(provider, ${page?.provider ?? null}) is not null
          and coalesce(session, ${page?.session ?? null}) is not null`,
  )
  const payments = waiting && (await paymentsOf(waiting.provider, req))
  if (!waiting || !payments?.confirm) {
    return 'asked'
  }
  const { name } = payments
  const { session } = waiting
  try {
    const state = await payments.confirm(session)
    if (state?.status === 'paid') {
      const paid = { ...state, payment: state.payment ?? session, provider: name, session }
      await inTransaction(req, async () => {
        await settleOrder({ type: 'payment.succeeded', order, paid, req, tenant })
        if (state.keepsCard) {
          const now = new Date()
          const occurredAt = now.toISOString()
          await keepCard({ now, occurredAt, order, provider: name, req, session, tenant })
        }
      })
    }

    return 'asked'
  } catch (error) {
    if (error instanceof PaymentDeclined) {
      return 'declined'
    }
    throw error
  }
}

/** The same for a buyer who has come back from paying; while the provider cannot be asked, its report is waited for. */
export const confirmReturn = async (asked: Asked): Promise<'asked' | 'declined'> => {
  try {
    return await confirmOrder(asked)
  } catch (error) {
    if (!(error instanceof PaymentUnavailable)) {
      throw error
    }
    asked.req.payload.logger.warn(
      { err: error, order: asked.order },
      'An order waits for its provider’s report.',
    )

    return 'asked'
  }
}
