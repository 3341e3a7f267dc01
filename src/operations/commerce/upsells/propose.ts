import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { ProposalStep, Upsell } from '@/domain/commerce/upsells'

import { rows } from '@/database/transaction'
import { proposalEnd, proposedAt, stepAfter } from '@/domain/commerce/upsells'

import type { OpenOrder } from '../openOrders'
import type { FirstOrder } from './first'
import type { PricedProposal } from './price'

import { openOrder } from '../openOrders'
import { chargeable } from './charge'
import { priceProposal } from './price'

/** What is proposed after a payment. Amounts in minor units of `currency`. */
export type Proposal = {
  /** What it costs here, as prices are listed; `was` is what it costs by itself. */
  amount: number
  /** Whether one click charges the card that was kept; else it leads to a page on which it is paid. */
  charges: boolean
  courses: string[]
  currency: string
  /** Until when it is proposed; ISO 8601. */
  endsAt: string
  offer: string
  /** Whether it was taken, and waits for its payment. */
  isTaken: boolean
  step: ProposalStep
  /** Of `total`; `isTaxAdded` where it comes on top of `amount`. */
  isTaxAdded: boolean
  tax: number
  text: string
  title: string
  total: number
  was: number
}

type Asked = { first: FirstOrder; now: Date; req: PayloadRequest; tenant: string }

/**
 * What is proposed to a buyer now, and written down as shown, once for each step. Of several upsells the first one that the buyer
 * can have is chosen, for good; null where there is none, where it is over, or was answered.
 */
export const propose = async (asked: Asked): Promise<null | Proposal> => {
  const { first, now } = asked
  const chosen = first.made[0]?.upsell
  const taken = await takenOf(asked)
  if (taken) {
    return taken
  }
  for (const upsell of first.proposed.filter(({ id }) => !chosen || id === chosen)) {
    const step = stepAfter(first.made, upsell)
    const besides = step && proposedAt(upsell, step)
    const isOver = proposalEnd(first.paidAt, upsell) <= now
    const priced = besides && !isOver ? await priceProposal({ ...asked, besides }) : null
    if (step && besides && priced) {
      await writeDown({ ...asked, step, upsell: upsell.id })
      const { text, title } = besides

      return { ...(await shown({ ...asked, priced, upsell })), step, text, title }
    }
  }

  return null
}

const shown = async ({
  first,
  priced: { offer, priced, was },
  req,
  upsell,
}: Asked & { priced: PricedProposal; upsell: Upsell }) => ({
  amount: priced.base,
  charges: Boolean(
    await chargeable({ first, money: { amount: priced.total, currency: priced.currency }, req }),
  ),
  courses: offer.courses.map(({ title }) => title),
  currency: priced.currency,
  endsAt: proposalEnd(first.paidAt, upsell).toISOString(),
  isTaken: false,
  isTaxAdded: priced.total > priced.base,
  offer: offer.title,
  tax: priced.tax,
  total: priced.total,
  was,
})

/** What was taken and still waits for its payment, as it was agreed then. */
const takenOf = async ({ first, req }: Asked): Promise<null | Proposal> => {
  const made = first.made.find(({ answer }) => answer === 'accepted')
  const order: OpenOrder | undefined = made?.placed ? await openOrder(req, made.placed) : undefined
  const upsell = first.proposed.find(({ id }) => id === made?.upsell)
  const besides = made && upsell && proposedAt(upsell, made.step)
  if (!made || !order || !upsell || !besides) {
    return null
  }
  const amount = order.lines.reduce((sum, line) => sum + line.base, 0)
  const { currency, total } = order

  return {
    amount,
    charges:
      !order.paymentUrl &&
      Boolean(await chargeable({ first, money: { amount: total, currency }, req })),
    courses: order.lines.map(({ title }) => title),
    currency,
    endsAt: order.expiresAt.toISOString(),
    isTaken: true,
    isTaxAdded: total > amount,
    offer: besides.title,
    step: made.step,
    tax: 0,
    text: besides.text,
    title: besides.title,
    total,
    was: amount,
  }
}

const writeDown = async ({
  first,
  req,
  step,
  tenant,
  upsell,
}: Asked & { step: ProposalStep; upsell: string }): Promise<void> => {
  if (first.made.some((one) => one.step === step)) {
    return
  }
  await rows(
    req,
    sql`insert into upsell_proposals (id, tenant_id, order_id, upsell_id, step)
        values (uuidv7(), ${tenant}, ${first.id}, ${upsell}, ${step}::enum_upsell_proposals_step)
        on conflict (tenant_id, order_id, step) do nothing`,
  )
}
