import type Razorpay from 'razorpay'
import { z } from 'zod'

import type { Read } from './reading'
import type { Listing, Movement, Range } from './types'

import { bankMovement, feeMovement, listedEvent } from './listing'
import { unless } from './razorpayClient'
import { disputedAtRazorpay } from './razorpayDisputes'
import { refundedAtRazorpay } from './razorpayEvents'

const AT_ONCE = 100
/** A dispute may end months after it began. */
const DISPUTED_FOR_MS = 180 * 24 * 3600_000

const entityShape = z.looseObject({ id: z.string(), created_at: z.int() })
const pageShape = z.object({ items: z.array(entityShape) })
const paymentShape = z.object({
  amount: z.int(),
  currency: z.string().length(3),
  fee: z.int().nullish(),
  notes: z.object({
    charge: z.string().optional(),
    order: z.string(),
    proves: z.never().optional(),
    tenant: z.string(),
  }),
  order_id: z.string().nullish(),
  status: z.enum(['captured', 'refunded']),
})

type Entity = z.output<typeof entityShape>
type Ask = (asked: { count: number; from: number; skip: number; to: number }) => Promise<unknown>

/**
 * Payments, refunds and disputes of a Razorpay account that name something of ours, as Razorpay lists them, what it took for each payment, and its settlements:
 * what it sent to the bank.
 */
export const listAtRazorpay = async (razorpay: Razorpay, range: Range): Promise<Listing> => {
  const long = { ...range, from: new Date(range.from.getTime() - DISPUTED_FOR_MS) }
  const payments = await allOf((asked) => razorpay.payments.all(asked), range)
  const refunds = await allOf((asked) => razorpay.refunds.all(asked), range)
  const disputes = await allOf((asked) => razorpay.disputes.all(asked), long)

  const settlements = await allOf((asked) => razorpay.settlements.all(asked), range)

  return {
    kinds: ['payment', 'refund', 'dispute', 'fee', 'payout'],
    movements: [
      ...payments.flatMap(paymentOf),
      ...settlements.flatMap(settledOf),
      ...refunds.flatMap((one) => told(one, 'refund', refundedAtRazorpay(one))),
      ...disputes.flatMap((one) => told(one, 'dispute', disputedAtRazorpay(one))),
    ],
  }
}

const allOf = async (ask: Ask, { from, to }: Range): Promise<Entity[]> => {
  const all: Entity[] = []
  const between = {
    from: Math.floor(from.getTime() / 1000),
    to: Math.ceil(to.getTime() / 1000),
  }
  for (;;) {
    const asked = { ...between, count: AT_ONCE, skip: all.length }
    const { items } = pageShape.parse(await unless(/^$/, () => ask(asked)))
    all.push(...items)
    if (items.length < AT_ONCE) {
      return all
    }
  }
}

const told = (
  { id, created_at }: Entity,
  kind: 'dispute' | 'payment' | 'refund',
  read: null | Read,
): Movement[] => {
  const fee = read?.dispute?.fee ?? null
  const occurredAt = kind === 'dispute' ? new Date() : new Date(created_at * 1000)

  return read
    ? [
        {
          id,
          event: listedEvent({ ...read, occurredAt, provider: 'razorpay' }, { id, kind }),
          fee,
          kind,
        },
      ]
    : []
}

const paymentOf = (entity: Entity): Movement[] => {
  const read = paymentShape.safeParse(entity).data
  if (!read) {
    return []
  }
  const { amount, currency, fee, notes, order_id } = read
  const { charge, order, tenant } = notes
  const session = charge ? (order_id ?? null) : null
  const payment = entity.id

  return [
    ...told(entity, 'payment', {
      type: 'payment.succeeded',
      amount,
      currency,
      order,
      payment,
      session,
      tenant,
    }),
    ...feeMovement({
      id: payment,
      amount: fee ?? 0,
      at: new Date(entity.created_at * 1000),
      currency,
      of: { payment, tenant },
      provider: 'razorpay',
    }),
  ]
}

const settlementShape = z.object({
  amount: z.int().nonnegative(),
  fees: z.int().nullish(),
  status: z.string(),
})

/** Razorpay settles rupees alone. What it takes for a settlement, tax included, is its own; for those of the usual days that is nothing. */
const settledOf = (entity: Entity): Movement[] => {
  const read = settlementShape.safeParse(entity).data
  if (!read) {
    return []
  }
  const { amount, fees, status } = read
  const money = {
    id: entity.id,
    at: new Date(entity.created_at * 1000),
    currency: 'INR',
    provider: 'razorpay' as const,
  }
  const isReturned = status === 'failed' || status === 'reversed'

  return [
    bankMovement({ ...money, amount, isReturned }),
    ...feeMovement({ ...money, amount: isReturned ? 0 : (fees ?? 0) }),
  ]
}
