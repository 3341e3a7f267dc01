import { z } from 'zod'

import type { PaddleOptions } from './paddleClient'
import type { Payments, SessionState } from './types'

import { paddleClient, unlessCode, type Paddle } from './paddleClient'
import { takesAtPaddle } from './paddleAmounts'
import { paddleEvents } from './paddleEvents'
import { listAtPaddle } from './paddleList'
import { refundAtPaddle } from './paddleRefunds'
import { openTransaction } from './paddleTransactions'
import { answerOf, stateOfTransaction, transactionShape, type Transaction } from './paddleShapes'

type Options = PaddleOptions & { webhookSecret: string }

const UNKNOWN = /not_found|invalid_url|invalid_field/

/**
 * Paddle, a merchant of record, by transactions: a session is a transaction of things that are in no catalog, whose prices
 * hold the tax. It is paid in Paddle's checkout, which a page of the school opens. What recurs is not sold through it: Paddle
 * charges again by subscriptions of its own alone.
 */
export const paddlePayments = ({ webhookSecret, ...options }: Options): Payments => {
  const paddle = paddleClient(options)
  const lookUp = async (session: string): Promise<null | SessionState> => {
    const found = await transactionAt(paddle, session)

    return found && stateOfTransaction(found)
  }

  return {
    name: 'paddle',
    closeSession: async (session) => {
      const found = await transactionAt(paddle, session)
      if (found && stateOfTransaction(found).status === 'open') {
        await close(paddle, found)
      }
    },
    confirm: lookUp,
    createSession: (request) => openTransaction(paddle, request),
    documentOf: (payment) => invoiceAt(paddle, payment),
    list: (range) => listAtPaddle(paddle, range),
    lookUp,
    refund: (request) => refundAtPaddle(paddle, request),
    takes: takesAtPaddle,
    verifyEvent: (delivery) => Promise.resolve(delivery).then(paddleEvents(webhookSecret)),
  }
}

const transactionAt = async (paddle: Paddle, id: string): Promise<null | Transaction> => {
  const found = await unlessCode(UNKNOWN, () =>
    paddle(`/transactions/${encodeURIComponent(id)}`, answerOf(transactionShape)),
  )

  return found?.data ?? null
}

/** Nobody should pay it any more. One whose buyer has not said where she is cannot be cancelled: that it is closed is written on it. */
const close = async (paddle: Paddle, { id, custom_data }: Transaction): Promise<void> => {
  const change = (body: object) =>
    unlessCode(/transaction_(?:invalid_status|immutable|status)/, () =>
      paddle(`/transactions/${id}`, answerOf(transactionShape), { body, method: 'PATCH' }),
    )
  if (!(await change({ status: 'canceled' }))) {
    await change({ custom_data: { ...custom_data, closed: 'yes' } })
  }
}

const invoiceShape = answerOf(z.object({ url: z.url({ protocol: /^https?$/ }) }))

const invoiceAt = async (paddle: Paddle, payment: string): Promise<null | string> => {
  const found = await unlessCode(/not_found|invoice|invalid/, () =>
    paddle(`/transactions/${encodeURIComponent(payment)}/invoice`, invoiceShape),
  )

  return found?.data.url ?? null
}
