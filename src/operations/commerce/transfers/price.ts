import type { PayloadRequest } from 'payload'

import type { Billing } from '@/domain/commerce/invoices'
import type { Quote } from '@/domain/commerce/quote'
import type { Difference } from '@/domain/tenancy/differences'
import type { ShownTaxation } from '@/domain/commerce/tax/taxed'

import { sumOf } from '@/domain/commerce/money'
import { ELSEWHERE } from '@/domain/commerce/tax/rates'
import { differenceOf, givenBack, worthOf } from '@/domain/commerce/transfers'

import type { Assessed } from '../tax/assess'
import type { Place } from './place'

import { assessTax } from '../tax/assess'

/** What a move costs, in minor units: `due` is charged and holds `tax`, `back` goes back, tax in it. At most one is above zero. */
export type MovePrice = {
  assessed: Assessed | null
  back: number
  due: number
  /** What goes back of which line. */
  given: ReturnType<typeof givenBack>
  /** Left out where the school charges no tax, and where nothing is due. */
  taxation?: ShownTaxation
  tax: number
  worth: number
}

type Asked = {
  billing?: Billing | null
  difference: Difference
  now: Date
  place: Place
  req: PayloadRequest
  /** Null where the place goes to another person as it is, which costs nothing. */
  target: null | { offer: string; price: number }
  tenant: string
}

/**
 * What a move costs now. What is due is taxed by the rates of now, where the buyer was when the place was bought, or says
 * to be. Asks whoever calculates the tax, so call it outside a transaction.
 */
export const priceOfMove = async (asked: Asked): Promise<MovePrice> => {
  const { difference, place, target } = asked
  const { back, due } = target ? differenceOf(place, target, difference) : { back: 0, due: 0 }
  const assessed = due > 0 ? await taxOf(asked, due) : null
  const taxed = assessed?.taxOn?.([due])
  const tax = taxed?.lines[0] ?? 0
  const given = givenBack(place.parts, back)

  return {
    assessed,
    back: sumOf(given.map(({ amount }) => amount)),
    due: due + (taxed?.isIncluded ? 0 : tax),
    given,
    ...(assessed && { taxation: assessed.shown }),
    tax,
    worth: worthOf(place.parts),
  }
}

const taxOf = ({ billing, now, place, req, tenant }: Asked, due: number) => {
  const { place: where, vat } = place.taxation ?? {}
  const known = where ? { ...where, region: where.region ?? ELSEWHERE } : {}
  const said = billing?.country ? billing : { ...place.billing, ...known }

  return assessTax({
    amounts: [due],
    billing: said,
    currency: place.currency,
    earlierVat: vat?.status === 'valid' ? vat : null,
    now,
    req,
    tenant,
  })
}

/** The one line of the order by which a place is moved: the new price, less what the place stands for; minor units. */
export const quoteOfMove = ({
  currency,
  offer,
  price: { assessed, due, tax },
  worth,
}: {
  currency: string
  offer: string
  price: Pick<MovePrice, 'assessed' | 'due' | 'tax'>
  /** What it is listed at. */
  worth: number
}): Quote => {
  const listed = due - (assessed?.shown.isIncluded ? 0 : tax)
  const sums = { base: worth, discount: worth - listed, tax, total: due }

  return { ...sums, currency, lines: [{ ...sums, offer }] }
}
