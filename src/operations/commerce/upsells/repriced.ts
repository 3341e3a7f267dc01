import type { Besides } from '@/domain/commerce/besides'
import type { OfferOnSale } from '../offers'

import { priceBeside } from '@/domain/commerce/besides'

/** An offer at what it costs after another: never more than by itself. */
export const repriced = (offer: OfferOnSale, besides: Besides): OfferOnSale => ({
  ...offer,
  amount: priceBeside(besides, offer),
})
