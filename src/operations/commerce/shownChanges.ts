import type { PayloadRequest } from 'payload'

import type { ShownTaxation, Taxation } from '@/domain/commerce/tax/taxed'

import type { PlanChange } from './planChanges'
import type { Assessed } from './tax/assess'
import type { Turn } from './subscriptions/latestTurn'
import type { Subscription } from './subscriptions/store'

import { changesOf } from './planChanges'
import { latestTurn } from './subscriptions/latestTurn'
import { periodTax, taxedPrice } from './subscriptions/periodTax'
import { holdSubscription } from './subscriptions/store'

/** A change as its buyer is shown it before she agrees: `due` is charged now and holds `tax`; minor units. */
export type ShownChange = PlanChange & {
  tax: number
  /** How the difference is taxed; left out where the school charges no tax, and where nothing is due. */
  taxation?: Pick<ShownTaxation, 'taxes' | 'treatment'>
}

/** `buyer` is whose it must be; null for staff. */
type Asked = { buyer: null | string; id: string; now: Date; req: PayloadRequest; tenant: string }

/**
 * The plans to which a buyer's subscription can be changed now, each with the tax of its difference; while a change
 * waits for its payment that one alone, at the price of its order, and none once that is paid until it is made. Null where the buyer has none of that id. Throws
 * TaxUnavailable where nobody calculates the tax. Call it outside a transaction.
 */
export const shownChanges = async (asked: Asked): Promise<null | ShownChange[]> => {
  const { id, buyer, now, req } = asked
  const held = await holdSubscription({ id, buyer, req })
  if (!held) {
    return null
  }
  const latest = await latestTurn(req, held)
  if (latest && !latest.isDone) {
    return latest.isPaid ? [] : [changeOfTurn(latest)]
  }
  const shown: ShownChange[] = []
  for (const change of await changesOf({ held, now, req })) {
    const tax = await taxOfChange({ ...asked, change })
    const { tax: own, total } = priceOfTurn(change, tax)
    shown.push({
      ...change,
      due: total,
      tax: own,
      ...shownTaxation({ kept: tax?.kept ?? null, total }),
    })
  }

  return shown
}

/** A change that can be made now, and how what is due for it is taxed. */
export type Assessable = { change: PlanChange; tax: Assessed | null }

/** The change to one offer with its tax; null where there is none. Throws what `shownChanges` does; outside a transaction as well. */
export const assessedChange = async (
  asked: Asked & { offer: string },
): Promise<Assessable | null> => {
  const { id, buyer, now, offer, req } = asked
  const held = await holdSubscription({ id, buyer, req })
  const change = held && (await changeTo({ held, now, offer, req }))

  return change ? { change, tax: await taxOfChange({ ...asked, change }) } : null
}

/** The change of a subscription to one offer, before tax; undefined where there is none now. */
export const changeTo = async ({
  held,
  now,
  offer,
  req,
}: Pick<Asked, 'now' | 'req'> & { held: Subscription; offer: string }): Promise<
  PlanChange | undefined
> => (await changesOf({ held, now, req })).find((one) => one.offer === offer)

const taxOfChange = ({ change: { currency, due }, ...asked }: Asked & { change: PlanChange }) =>
  periodTax({ ...asked, amount: due, currency })

/** What the order of a change costs; throws priceChanged where its tax was assessed for another price. */
export const priceOfTurn = ({ due, terms: { amount } }: PlanChange, tax: Assessed | null) =>
  taxedPrice({ base: amount, discount: amount - due, total: due }, tax)

const changeOfTurn = ({
  discount,
  offer,
  tax,
  taxation,
  terms: { turn, ...terms },
  total,
}: Turn): ShownChange => ({
  credit: discount + turn.credit,
  currency: terms.currency,
  due: total,
  left: turn.credit,
  offer,
  tax,
  ...shownTaxation({ kept: taxation, total }),
  terms,
  title: turn.title,
})

const shownTaxation = ({
  kept,
  total,
}: {
  kept: null | Taxation
  total: number
}): Pick<ShownChange, 'taxation'> =>
  kept && total > 0 ? { taxation: { taxes: kept.taxes, treatment: kept.treatment } } : {}
