import { z } from 'zod'

import type { Paddle } from './paddleClient'
import type { OpenSession, SessionRequest } from './types'

import { PADDLE_PAGE } from '@/domain/commerce/paths'

import { PaddleRefusal, unlessCode } from './paddleClient'
import { answerOf, transactionShape, type Transaction } from './paddleShapes'
import { PaymentUnavailable } from './types'

/** How many of a buyer's open transactions are looked through for the one of an order. */
const OPEN_AT_ONCE = '50'

const MOST_NAME = 200

/**
 * A transaction for an order, found again where an earlier request made it: Paddle knows no key under which a thing is made
 * once, so that the buyer's open transactions are looked through first. One whose answer was lost is found the second time.
 */
export const openTransaction = async (
  paddle: Paddle,
  request: SessionRequest,
): Promise<OpenSession> => {
  const found = await openOne(paddle, request).catch((error: unknown) => {
    if (error instanceof PaymentUnavailable) {
      return openOne(paddle, request)
    }
    throw error instanceof PaddleRefusal
      ? new PaymentUnavailable(error.message, { cause: error })
      : error
  })
  const url = found.checkout?.url
  if (!url) {
    throw new PaymentUnavailable('Paddle opened no checkout.')
  }

  return { session: found.id, url }
}

const openOne = async (paddle: Paddle, request: SessionRequest): Promise<Transaction> => {
  const { customer, isNew } = await customerOf(paddle, request.customerEmail)
  const known = isNew ? undefined : await earlierOf({ customer, paddle, request })
  if (known) {
    return known
  }
  const body = transactionOf(request, customer)
  const { data } = await paddle('/transactions', answerOf(transactionShape), {
    body,
    method: 'POST',
  })

  return data
}

const customerShape = z.object({ id: z.string() })
const customersShape = z.object({ data: z.array(customerShape) })

/** Whom Paddle knows by an address; somebody new where nobody is. */
const customerOf = async (
  paddle: Paddle,
  email: string,
): Promise<{ customer: string; isNew: boolean }> => {
  const made = await unlessCode(/^customer_already_exists$|conflict/, () =>
    paddle('/customers', answerOf(customerShape), { body: { email }, method: 'POST' }),
  )
  if (made) {
    return { customer: made.data.id, isNew: true }
  }
  const { data } = await paddle('/customers', customersShape, {
    query: { email, status: 'active,archived' },
  })
  const [known] = data
  if (!known) {
    throw new PaymentUnavailable('Paddle knows a buyer, and does not say whom.')
  }

  return { customer: known.id, isNew: false }
}

const earlierOf = async ({
  customer,
  paddle,
  request: { idempotencyKey },
}: {
  customer: string
  paddle: Paddle
  request: SessionRequest
}): Promise<Transaction | undefined> => {
  const shape = z.object({ data: z.array(transactionShape) })
  const { data } = await paddle('/transactions', shape, {
    query: {
      customer_id: customer,
      order_by: 'created_at[DESC]',
      per_page: OPEN_AT_ONCE,
      status: 'draft,ready',
    },
  })

  return data.find(
    ({ custom_data }) => custom_data?.order === idempotencyKey && !custom_data.closed,
  )
}

/** What is sold, line by line, at prices that hold whatever tax is due; what costs nothing is no line of a sale. */
const transactionOf = (
  { currency, idempotencyKey, lines, successUrl, tenant }: SessionRequest,
  customer: string,
) => ({
  checkout: { url: new URL(PADDLE_PAGE, successUrl).toString() },
  collection_mode: 'automatic',
  currency_code: currency,
  custom_data: { order: idempotencyKey, tenant },
  customer_id: customer,
  items: lines
    .filter(({ amount }) => amount > 0)
    .map(({ amount, title }) => {
      const name = title.slice(0, MOST_NAME)

      return {
        price: {
          name,
          description: name,
          product: { name, tax_category: 'standard' },
          quantity: { maximum: 1, minimum: 1 },
          tax_mode: 'internal',
          unit_price: { amount: String(amount), currency_code: currency },
        },
        quantity: 1,
      }
    }),
})
