import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Besides } from '@/domain/commerce/besides'
import type { OrderStatus } from '@/domain/commerce/orders'
import type { ProposalStep } from '@/domain/commerce/upsells'

import { inTransaction, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import type { FirstOrder, Made } from './first'
import type { PricedProposal } from './price'

import { closePages } from '../payPage'
import { placeOrder } from '../placeOrder'

/** A proposal that was taken, and the order by which. */
export type Taken = { placed: string; proposal: string }

type Placing = {
  besides: Besides
  first: FirstOrder
  now: Date
  priced: PricedProposal
  req: PayloadRequest
  step: ProposalStep
  tenant: string
  /** What its buyer was shown, in minor units. */
  total: number
}

/** The proposal of a step where it was taken before; null where it was not. Throws proposalOver where another one was taken. */
export const takenBefore = (made: readonly Made[], step: ProposalStep): null | Taken => {
  const taken = made.find(({ answer }) => answer === 'accepted')
  if (taken && taken.step !== step) {
    throw new RuleError('proposalOver')
  }

  return taken?.placed ? { placed: taken.placed, proposal: taken.id } : null
}

/**
 * Places the order by which a proposal is taken, the one order of its first order: whoever comes second finds it. Throws
 * proposalOver for what was not shown, was declined, or in whose place another was taken, and what `placeOrder` refuses.
 */
export const placeProposal = async (placing: Placing): Promise<Taken> => {
  const { req } = placing
  const { replaced, ...taken } = await inTransaction(req, () => place(placing))
  await closePages(req, replaced)

  return taken
}

const place = async ({ besides, first, now, priced, req, step, tenant, total }: Placing) => {
  const made = await hold(first, req)
  const before = takenBefore(made, step)
  if (before) {
    return { ...before, replaced: [] }
  }
  const own = made.find((one) => one.step === step)
  if (!own || own.answer) {
    throw new RuleError('proposalOver')
  }
  const { order, replaced } = await placeOrder({
    billing: first.billing,
    buyer: first.buyer,
    guest: first.guestName === null ? null : { name: first.guestName, previous: null },
    locale: first.locale,
    now,
    offers: [besides.offered],
    req,
    tax: priced.tax,
    tenant,
    total,
    upsell: { besides, follows: first.id },
    wishes: { amounts: {}, currency: first.currency, tip: 0 },
  })
  await rows(
    req,
    sql`update upsell_proposals set answer = 'accepted', answered_at = now(), placed_id = ${order.order}, charging_at = null, updated_at = now()
        where id = ${own.id}`,
  )

  return { placed: order.order, proposal: own.id, replaced }
}

type Stored = Made & { status: null | OrderStatus }

/** The proposals after an order, held until the transaction ends. One whose order came to nothing counts as not answered. */
const hold = async ({ id }: FirstOrder, req: PayloadRequest): Promise<Made[]> => {
  await rows(req, sql`select 1 from upsell_proposals where order_id = ${id} order by id for update`)
  const made = await rows<Stored>(
    req,
    sql`select p.id, p.answer, p.placed_id as placed, p.step, p.upsell_id as upsell, o.status::text as status
        from upsell_proposals p left join orders o on o.id = p.placed_id where p.order_id = ${id}`,
  )

  return made.map(({ status, ...one }) => ({
    ...one,
    answer:
      one.answer === 'accepted' && status !== 'pending' && status !== 'paid' ? null : one.answer,
  }))
}
