import type { PayloadRequest } from 'payload'

import type { Besides } from '@/domain/commerce/besides'
import type { Quote } from '@/domain/commerce/quote'

import { TaxUnavailable } from '@/adapters/tax/types'
import { canStandBeside } from '@/domain/commerce/besides'
import { sumOf } from '@/domain/commerce/money'
import { amountsOf, quote } from '@/domain/commerce/quote'
import { languageFor } from '@/operations/translation/reading'

import type { OfferOnSale } from '../offers'
import type { Assessed } from '../tax/assess'
import type { FirstOrder } from './first'

import { coursesOf, isBuyable, knownOffers } from '../offers'
import { isHadBy } from '../ownership'
import { missingBefore } from '../prerequisites'
import { assessTax } from '../tax/assess'
import { billingOf } from '../tax/earlier'
import { chargeable } from './charge'
import { repriced } from './repriced'

export type PricedProposal = {
  offer: OfferOnSale
  priced: Quote
  tax: Assessed | null
  /** What it costs by itself, in minor units. */
  was: number
}

type Asked = {
  besides: Besides
  first: FirstOrder
  now: Date
  req: PayloadRequest
  tenant: string
}

/**
 * What somebody who has paid can add to it now, with the tax of their place; null where they cannot: it is not for sale, asks for a choice, costs nothing,
 * has no price in the currency of the order, needs other courses first, is theirs already, or its tax is not known. What an
 * account has is not asked for a guest, to whom that would tell it. Asks whoever calculates the tax, so call it outside a
 * transaction.
 */
export const priceProposal = async (asked: Asked): Promise<null | PricedProposal> => {
  const { besides, now } = asked
  const offer = await soldAfter(asked)
  if (!offer) {
    return null
  }
  const lines = [repriced(offer, besides)]
  const plain = quote({ coupon: null, lines, now })
  if (plain.total === 0) {
    return null
  }
  const tax = await taxOn(asked, amountsOf(plain))
  if (tax === 'unknown') {
    return null
  }

  return {
    offer,
    priced: tax?.taxOn ? quote({ coupon: null, lines, now, taxOn: tax.taxOn }) : plain,
    tax,
    was: offer.amount,
  }
}

const soldAfter = async ({ besides, first, req, tenant }: Asked): Promise<null | OfferOnSale> => {
  const language = await languageFor({ locale: first.locale, req, tenant })
  const [offer] = await knownOffers(req, [besides.offered], language, first.currency)
  if (!offer || !isBuyable(offer) || !canStandBeside(offer) || offer.currency !== first.currency) {
    return null
  }
  const courses = coursesOf([offer])
  if (courses.some((course) => first.courses.includes(course))) {
    return null
  }
  const buyer = first.guestName === null ? first.buyer : null
  const had = buyer ? await isHadBy({ buyer, offers: [offer], req }) : () => false
  const missing = had(offer) ? [] : await missingBefore({ courses, learner: buyer, req })

  return had(offer) || missing.length > 0 ? null : offer
}

/** The tax at the place of the first order. */
const taxOn = async (
  { first, now, req, tenant }: Asked,
  amounts: number[],
): Promise<Assessed | null | 'unknown'> => {
  const { billing, currency, taxation } = first
  const money = { amount: sumOf(amounts), currency }
  try {
    const assessed = await assessTax({
      ...billingOf({ billing, taxation }),
      amounts,
      currency,
      now,
      // Where the card of the first order is charged, whoever sold that sells this; on a page a merchant of record does, as anywhere.
      recurs: (await chargeable({ first, money, req })) !== null,
      req,
      tenant,
    })

    return assessed?.shown.needs ? 'unknown' : assessed
  } catch (error) {
    if (error instanceof TaxUnavailable) {
      return 'unknown'
    }
    throw error
  }
}
