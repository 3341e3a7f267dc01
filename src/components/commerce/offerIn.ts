import type { CourseOffer } from '@/operations/commerce/courseOffers'

/** An offer as it costs in a currency; `foreign` is that, where it is not the school's own. */
export type OfferIn = CourseOffer & { foreign: null | string }

/** An offer in the currency that was chosen, or in the school's own where it has no price there. */
export const offerIn = (offer: CourseOffer, currency: null | string): OfferIn => {
  const price = offer.prices?.find((one) => one.currency === currency)

  return price ? { ...offer, ...price, foreign: price.currency } : { ...offer, foreign: null }
}

/** The currencies that some of the offers can be bought in, the school's own first. */
export const currenciesIn = (offers: readonly CourseOffer[]): string[] => [
  ...new Set(
    offers.flatMap(({ currency, prices = [] }) => [currency, ...prices.map((one) => one.currency)]),
  ),
]
