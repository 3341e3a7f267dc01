import type { PayloadRequest } from 'payload'

import { canStandBeside, priceBeside } from '@/domain/commerce/besides'
import { languageOf } from '@/operations/translation/reading'

import type { OfferOnSale } from './offers'

import { coursesOf, isBuyable, knownOffers } from './offers'
import { isHadBy } from './ownership'

/** What can be added at a checkout by a tick: `amount` is what it costs there, `was` by itself, in minor units. */
export type Bump = {
  amount: number
  id: string
  isChosen: boolean
  offer: string
  text: string
  title: string
  was: number
}

/**
 * What is offered beside the offers of a purchase: nothing that the buyer has, that one of them opens already, or that is not
 * for sale by itself. No statement where nothing is offered.
 */
export const bumpsFor = async ({
  buyer,
  currency,
  offers,
  req,
}: {
  buyer: null | string
  currency: string
  offers: readonly OfferOnSale[]
  req: PayloadRequest
}): Promise<Bump[]> => {
  const wanted = offers.filter(({ terms }) => terms === null).flatMap(({ besides }) => besides)
  if (wanted.length === 0) {
    return []
  }
  const ids = wanted.map(({ offered }) => offered)
  const known = await knownOffers(req, ids, await languageOf(req), currency)
  const sold = known.filter(isBuyable).filter(canStandBeside)
  const had = buyer ? await isHadBy({ buyer, offers: sold, req }) : () => false

  return wanted.flatMap((besides) => {
    const offer = sold.find((one) => one.offer === besides.offered && one.currency === currency)
    const isChosen = offers.some((one) => one.offer === besides.offered)
    const others = coursesOf(offers.filter((one) => one.offer !== besides.offered))
    const isWithin = offer?.courses.some(({ id }) => others.includes(id))
    if (!offer || isWithin || had(offer)) {
      return []
    }

    return [
      {
        id: besides.id,
        amount: priceBeside(besides, offer),
        isChosen,
        offer: offer.offer,
        text: besides.text,
        title: besides.title,
        was: offer.amount,
      },
    ]
  })
}
