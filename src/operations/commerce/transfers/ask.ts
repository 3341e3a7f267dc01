import { sql } from '@payloadcms/db-postgres'

import type { Moving, ShownPrice } from '@/domain/commerce/transfers'

import { TaxUnavailable } from '@/adapters/tax/types'
import { inTransaction, row } from '@/database/transaction'
import { completePath } from '@/domain/commerce/paths'
import { RuleError } from '@/domain/errors'
import { announce } from '@hooks/events/announce'

import type { AskedMove, Planned, Pricing } from './asked'
import type { Place } from './place'
import type { MovePrice } from './price'
import type { Target } from './targets'

import { closePages, payPage } from '../payPage'
import { providerFor } from '../providers'
import { isShownTo, waysFor } from './overview'
import { placeOf } from './place'
import { priceOfMove } from './price'
import { transferRules } from './rules'
import { targetsOf } from './targets'
import { writeMove } from './write'

/** The place with the target and the price of now; null where whoever asks has no such place. */
const plan = async (asked: Pricing): Promise<null | Planned> => {
  const { line, mover, now, req, tenant, to } = asked
  const place = await placeOf({ line, req })
  if (!isShownTo(place, mover)) {
    return null
  }
  const rules = await transferRules({ req, tenant })
  const ways = waysFor(place, { mover, now, rules })
  if ('email' in to && !ways.includes('person')) {
    throw new RuleError('notTransferable')
  }
  const target = 'offer' in to ? await targetOf({ ...asked, place, to, ways }) : null
  const difference = (mover.isStaff ? asked.difference : undefined) ?? rules.difference
  const wanted = target && { offer: target.offer.offer, price: target.price }
  const price = await priceOfMove({ ...asked, difference, place, target: wanted })

  return { place, price, target }
}

const targetOf = async ({
  mover,
  place,
  req,
  to,
  ways,
}: Pick<Pricing, 'mover' | 'req'> & {
  place: Place
  to: { cohort: null | string; offer: string }
  ways: ReturnType<typeof waysFor>
}): Promise<Target> => {
  const [target] = await targetsOf({ isStaff: mover.isStaff, offer: to.offer, place, req, ways })
  if (!target) {
    throw new RuleError('notTransferable')
  }
  if (target.cohorts && to.cohort === null) {
    throw new RuleError('cohortNeeded')
  }
  if (to.cohort !== null && !target.cohorts?.some(({ id }) => id === to.cohort)) {
    throw new RuleError('cohortClosed')
  }

  return target
}

/** What a move would cost now; null where whoever asks has no such place. Throws what `moveAsked` does of the target. */
export const priceAsked = async (asked: Pricing): Promise<null | ShownPrice> => {
  const planned = await plan(asked)
  if (!planned) {
    return null
  }
  requireTaxed(planned.price)
  const { place, price } = planned

  return { back: price.back, currency: place.currency, due: price.due, tax: price.tax }
}

/** Throws what is missing for the tax, and TaxUnavailable where nobody calculates it. */
const requireTaxed = ({ taxation }: MovePrice): void => {
  const needs = taxation?.needs ?? null
  if (needs === 'service') {
    throw new TaxUnavailable('The tax of a moved place could not be calculated.')
  }
  if (needs) {
    throw new RuleError(`${needs}Needed`)
  }
}

/**
 * Moves a paid place, or asks for what is missing first: an order of its own says what it becomes, its seat in the cohort is held
 * from here on, and the move is made when that order is paid, which it is at once where nothing is due. What is too much is
 * given back by refunds of what was paid. Of two moves at once the later takes the place of one that is not paid. Null
 * where whoever asks has no such place; throws notTransferable, transferUnderWay, alreadyOwned, priceChanged, cohortNeeded, cohortClosed, cohortFull,
 * prerequisitesMissing, what is missing for the tax, noProvider, and what `payPage` does. Call it outside a transaction.
 */
export const moveAsked = async (asked: AskedMove): Promise<Moving | null> => {
  const { req } = asked
  const earlier = await madeBy(asked)
  if (earlier) {
    return earlier
  }
  const planned = await plan(asked)
  if (!planned) {
    return null
  }
  const { place, price } = planned
  requireTaxed(price)
  const payments =
    price.due > 0
      ? await providerFor({
          money: { amount: price.due, currency: place.currency },
          recurs: false,
          req,
          wanted: null,
        })
      : null
  const { order, replaced, transfer } = await inTransaction(req, () => writeMove(asked, planned))
  await closePages(req, replaced)
  const orders = `${asked.origin}/account/orders`
  const url = payments
    ? await payPage({
        ...asked,
        cancelUrl: orders,
        customerEmail: place.email,
        locale: place.locale ?? asked.locale ?? '',
        order,
        payments,
        successUrl: `${asked.origin}${completePath(order.order)}`,
      })
    : null
  if (payments && asked.mover.isStaff) {
    await inTransaction(req, () =>
      announce({ data: { transfer }, fact: 'place.toPay', req, tenant: asked.tenant }),
    )
  }

  return {
    back: price.back,
    currency: place.currency,
    due: price.due,
    tax: price.tax,
    transfer,
    url,
  }
}

/** What was answered to the same key before. */
const madeBy = async ({ key, line, mover, req }: AskedMove): Promise<Moving | undefined> =>
  row<Moving>(
    req,
    sql`select m.id as transfer, o.total::float8 as due, o.tax::float8 as tax, o.currency, case when o.status = 'pending' then o.payment_url end as url,
          coalesce((select sum(r.amount) from refunds r where r.key like m.key || ':%'), 0)::float8 as back
        from place_transfers m join orders o on o.id = m.order_id
        where m.key = ${key} and m.line_id = ${line} and (${mover.isStaff}::boolean or m.holder_id = ${mover.account}::uuid)`,
  )
