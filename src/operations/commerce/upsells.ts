import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProposalStep } from '@/domain/commerce/upsells'

import { rows } from '@/database/transaction'
import { completePath } from '@/domain/commerce/paths'
import { proposalEnd, proposedAt, stepAfter } from '@/domain/commerce/upsells'
import { RuleError } from '@/domain/errors'

import type { CheckedOut } from './checkout'
import type { FirstOrder, Whose } from './upsells/first'
import type { Taken } from './upsells/place'
import type { Proposal } from './upsells/propose'

import { firstOrder } from './upsells/first'
import { giveUpUnpayable } from './upsells/giveUp'
import { payProposal } from './upsells/pay'
import { placeProposal, takenBefore } from './upsells/place'
import { priceProposal } from './upsells/price'
import { propose } from './upsells/propose'

export { forgetKeptCards } from './upsells/forget'
export type { Proposal } from './upsells/propose'

type Asked = Whose & { now: Date; req: PayloadRequest; tenant: string }

/** What is proposed to a buyer after the payment of an order, and with that shown; null where nothing is, undefined where the order is not theirs, or not paid. */
export const proposalAfter = async (asked: Asked): Promise<null | Proposal | undefined> => {
  const first = await firstOrder(asked)

  return first ? propose({ ...asked, first }) : undefined
}

/** Declines what was proposed, and answers what is proposed then; undefined where the order is not theirs. */
export const declineProposal = async (
  asked: Asked & { step: ProposalStep },
): Promise<null | Proposal | undefined> => {
  const first = await firstOrder(asked)
  if (!first) {
    return undefined
  }
  await rows(
    asked.req,
    sql`update upsell_proposals set answer = 'declined', answered_at = now(), updated_at = now()
        where order_id = ${first.id} and step = ${asked.step}::enum_upsell_proposals_step and answer is null returning id`,
  )

  return proposalAfter(asked)
}

type Accepted = Asked & {
  /** The key by which a guest came. */
  key: null | string
  /** Origin of the school's pages. */
  origin: string
  step: ProposalStep
  /** What was shown, in minor units of the total. */
  total: number
}

/**
 * Takes what was proposed after a payment: an order of its own, charged to the card that was kept, else paid on a page. However
 * often it is asked, and from however many windows, there is one order and one charge; another order where the page of the first is at a provider that
 * is not in use any more. Undefined where the first order is not
 * theirs. Throws proposalOver, priceChanged, what `placeOrder` and `providerFor` refuse, and PaymentUnavailable, after which asking again goes on.
 * Call it outside a transaction.
 */
export const acceptProposal = async (asked: Accepted): Promise<CheckedOut | undefined> => {
  const { key, order, origin, step } = asked
  const first = await firstOrder(asked)
  if (!first) {
    return undefined
  }
  const before = takenBefore(first.made, step)
  if (before) {
    await giveUpUnpayable({ ...asked, first, taken: before })
  }
  const current = before ? await firstOrder(asked) : first
  if (!current) {
    return undefined
  }
  const taken = takenBefore(current.made, step) ?? (await take(asked, current))
  const from = new URL(completePath(order, key), origin).toString()

  return payProposal({ ...asked, first: current, from, taken })
}

const take = async (asked: Accepted, first: FirstOrder): Promise<Taken> => {
  const { now, step } = asked
  const shown = first.made.find((one) => one.step === step)
  const upsell = first.proposed.find(({ id }) => id === shown?.upsell)
  const besides = upsell && proposedAt(upsell, step)
  if (
    !besides ||
    stepAfter(first.made, upsell) !== step ||
    proposalEnd(first.paidAt, upsell) <= now
  ) {
    throw new RuleError('proposalOver')
  }
  const priced = await priceProposal({ ...asked, besides, first })
  if (!priced) {
    throw new RuleError('proposalOver')
  }

  return placeProposal({ ...asked, besides, first, priced })
}
