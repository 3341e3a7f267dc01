import { createHmac, timingSafeEqual } from 'node:crypto'

import { z } from 'zod'

import type { Adjustment, Transaction } from './paddleShapes'
import type { Read } from './reading'
import type { Delivery, ProviderEvent } from './types'

import { ourRefund, refundStateOf } from './paddleRefunds'
import { adjustmentShape, isCompleted, saleOf, transactionShape } from './paddleShapes'
import { NOTHING } from './reading'
import { TOLERANCE_SECONDS } from './signature'
import { BadSignature } from './types'

const eventShape = z.object({
  data: z.unknown(),
  event_id: z.string(),
  event_type: z.string(),
  occurred_at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
})

/**
 * Reads Paddle's webhooks: `Paddle-Signature: ts=<seconds>;h1=<hex>`, an HMAC-SHA-256 over `<seconds>:<body>` under the
 * destination's secret; while a secret is exchanged for another there is one `h1` for each. Every attempt to deliver is
 * signed anew.
 */
export const paddleEvents =
  (secret: string) =>
  ({ body, headers }: Delivery): ProviderEvent => {
    checkPaddle({ body, header: headers.get('paddle-signature'), secret })
    const { data, event_id, event_type, occurred_at } = eventIn(body)

    return {
      ...NOTHING,
      id: event_id,
      occurredAt: occurred_at,
      provider: 'paddle',
      ...(READERS[event_type]?.(data) ?? { type: 'other' }),
    }
  }

const checkPaddle = ({
  body,
  header,
  secret,
}: {
  body: string
  header: null | string
  secret: string
}): void => {
  const parts = (header ?? '').split(';').map((part) => part.trim().split('='))
  const seconds = Number(parts.find(([name]) => name === 'ts')?.[1])
  if (!Number.isSafeInteger(seconds)) {
    throw new BadSignature('Paddle did not sign this delivery.')
  }
  const right = createHmac('sha256', secret).update(`${seconds}:${body}`).digest()
  const isSigned = parts.some(([name, value]) => {
    const given = Buffer.from(value ?? '', 'hex')

    return name === 'h1' && given.length === right.length && timingSafeEqual(given, right)
  })
  if (!isSigned) {
    throw new BadSignature('The signature does not fit the delivery.')
  }
  if (Math.abs(Date.now() / 1000 - seconds) > TOLERANCE_SECONDS) {
    throw new BadSignature('The delivery is too old.')
  }
}

const eventIn = (body: string): z.output<typeof eventShape> => {
  try {
    return eventShape.parse(JSON.parse(body))
  } catch (error) {
    throw new BadSignature('Not an event of Paddle.', { cause: error })
  }
}

/** A sale that is paid and settled: its fee and its invoice are known. */
export const soldAtPaddle = (transaction: Transaction): null | Read => {
  const { id, currency_code, custom_data, details } = transaction

  return isCompleted(transaction) && custom_data
    ? {
        type: 'payment.succeeded',
        amount: details.totals.total,
        currency: currency_code,
        order: custom_data.order,
        payment: id,
        sale: saleOf(transaction),
        session: id,
        tenant: custom_data.tenant,
      }
    : null
}

const REFUND_TYPES = {
  failed: 'refund.failed',
  pending: 'refund.pending',
  succeeded: 'refund.succeeded',
} as const

/** How a dispute stands by the action of an adjustment. Paddle answers the bank itself, so that none waits for the school. */
const DISPUTE_STATES = {
  chargeback: 'underReview',
  chargeback_reverse: 'won',
  chargeback_warning: 'inquiry',
  chargeback_warning_reverse: 'won',
} as const

/** Money on its way back; what Paddle credits, or takes back of a refund, is none of ours. */
export const adjustedAtPaddle = (adjustment: Adjustment): null | Read => {
  const { action, currency_code, reason, totals, transaction_id } = adjustment
  const about = {
    ...NOTHING,
    amount: totals.total,
    currency: currency_code,
    payment: transaction_id,
  }
  if (action === 'refund') {
    const { id, failure, returned, status } = refundStateOf(adjustment)

    return {
      ...about,
      type: REFUND_TYPES[status],
      refund: { id: id ?? '', failure, ours: ourRefund(reason), returned },
    }
  }
  const state = DISPUTE_STATES[action as keyof typeof DISPUTE_STATES]

  return state
    ? {
        ...about,
        type: 'dispute.reported',
        dispute: {
          id: disputeOf(transaction_id),
          dueAt: null,
          fee: feeOf(adjustment),
          isWithdrawn: action === 'chargeback' || action === 'chargeback_reverse',
          reason: action === 'chargeback' ? 'chargeback' : null,
          state,
        },
      }
    : null
}

/** A dispute's name: the adjustments by which Paddle tells of one have a name each, and their transaction in common. */
const disputeOf = (transaction: string): string => `chargeback_${transaction}`

/** What the bank took for it, where that is said in the currency of the sale. */
const feeOf = ({ currency_code, payout_totals }: Adjustment): number => {
  const { amount, original } = payout_totals?.chargeback_fee ?? {}

  return original?.currency_code === currency_code
    ? original.amount
    : payout_totals?.currency_code === currency_code
      ? (amount ?? 0)
      : 0
}

const sold = (data: unknown): null | Read => {
  const transaction = transactionShape.safeParse(data).data

  return transaction ? soldAtPaddle(transaction) : null
}

const adjusted = (data: unknown): null | Read => {
  const adjustment = adjustmentShape.safeParse(data).data

  return adjustment ? adjustedAtPaddle(adjustment) : null
}

/** The events that mean something here, by Paddle's names. */
const READERS: Record<string, (data: unknown) => null | Read> = {
  'adjustment.created': adjusted,
  'adjustment.updated': adjusted,
  'transaction.completed': sold,
}
