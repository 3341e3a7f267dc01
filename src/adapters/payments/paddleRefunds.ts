import type { Paddle } from './paddleClient'
import type { RefundRequest, RefundState } from './types'
import type { RefundStatus } from '@/domain/commerce/refunds'

import { distribute } from '@/domain/commerce/coupons'
import { sumOf } from '@/domain/commerce/money'

import { allAtPaddle, PaddleRefusal, unlessCode } from './paddleClient'
import {
  adjustmentShape,
  answerOf,
  transactionShape,
  type Adjustment,
  type Transaction,
} from './paddleShapes'
import { PaymentUnavailable } from './types'

/** What our refund is called at Paddle, at the end of an adjustment's reason. */
const REFERENCE = /refund ([\w-]+)$/

export const ourRefund = (reason: null | string | undefined): null | string =>
  REFERENCE.exec(reason ?? '')?.[1] ?? null

/** Actions by which money leaves the school, and come to nothing when they are rejected. */
const TAKING = ['chargeback', 'credit', 'refund']

/**
 * Asks Paddle to give money back of a transaction, over its lines in proportion to what is left of them. One that was asked
 * for before bears our name, and is found by that; Paddle itself looks at most of them before it agrees.
 */
export const refundAtPaddle = async (
  paddle: Paddle,
  request: RefundRequest,
): Promise<RefundState> => {
  const { amount, payment, refund } = request
  const adjustments = await allAtPaddle({
    paddle,
    path: '/adjustments',
    query: { per_page: '50', transaction_id: payment },
    shape: adjustmentShape,
  })
  const known = adjustments.find(({ reason }) => ourRefund(reason) === refund)
  if (known) {
    return refundStateOf(known)
  }
  const found = await unlessCode(/^$/, () =>
    paddle(`/transactions/${encodeURIComponent(payment)}`, answerOf(transactionShape)),
  )
  if (!found) {
    throw new PaymentUnavailable('Paddle answered no transaction.')
  }
  const items = itemsOf({ adjustments, amount, transaction: found.data })
  if (!items) {
    return { id: null, failure: 'refundTooMuch', status: 'failed' }
  }
  try {
    const { data } = await paddle('/adjustments', answerOf(adjustmentShape), {
      body: {
        type: 'partial',
        action: 'refund',
        items,
        reason: `refund ${refund}`,
        tax_mode: 'internal',
        transaction_id: payment,
      },
      method: 'POST',
    })

    return refundStateOf(data)
  } catch (error) {
    if (!(error instanceof PaddleRefusal)) {
      throw error
    }
    // One at a time: until Paddle has looked at an earlier one, this one waits for its turn.
    if (error.code === 'adjustment_pending_refund_request') {
      throw new PaymentUnavailable('Paddle looks at another refund first.', { cause: error })
    }

    return { id: null, failure: error.code, status: 'failed' }
  }
}

/** How a refund is spread over what a transaction sold; null where that is more than is left. */
const itemsOf = ({
  adjustments,
  amount,
  transaction,
}: {
  adjustments: readonly Adjustment[]
  amount: number
  transaction: Transaction
}) => {
  const taken = adjustments
    .filter(({ action, status }) => TAKING.includes(action) && status !== 'rejected')
    .flatMap(({ items }) => items)
  const lines = transaction.details.line_items.map(({ id, totals: { total } }) => {
    const gone = sumOf(taken.flatMap((one) => (one.item_id === id ? (one.amount ?? 0) : [])))

    return { id, left: Math.max(0, total - gone) }
  })
  const lefts = lines.map(({ left }) => left)
  if (amount > sumOf(lefts)) {
    return null
  }

  return distribute(amount, lefts).flatMap((part, index) => {
    const item_id = lines[index]?.id

    return item_id && part > 0 ? [{ type: 'partial', amount: String(part), item_id }] : []
  })
}

/** How a refund stands that is an adjustment at Paddle. */
export const refundStateOf = ({ id, status, totals }: Adjustment): RefundState => ({
  id,
  failure: status === 'rejected' ? 'rejected' : null,
  returned: { earnings: totals.earnings ?? null },
  status: refundStatusOf(status),
})

const refundStatusOf = (status: string): RefundStatus =>
  status === 'approved' ? 'succeeded' : status === 'rejected' ? 'failed' : 'pending'
