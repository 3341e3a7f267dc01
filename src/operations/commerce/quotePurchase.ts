import type { PayloadRequest } from 'payload'

import type { Quote } from '@/domain/commerce/quote'

import { quote } from '@/domain/commerce/quote'

import type { OfferOnSale } from './offers'

import { allowCoupon, couponOf } from './coupons'
import { offersOnSale, ownedCourses } from './offers'
import { openOrders } from './openOrders'

/** What a purchase would cost now, line by line, and whether the buyer has some of it already. */
export type PurchaseQuote = Omit<Quote, 'lines'> & {
  coupon: null | string
  isOwned: boolean
  lines: (Omit<OfferOnSale, 'amount' | 'courseTitle' | 'currency'> & Quote['lines'][number])[]
}

/**
 * The breakdown that the checkout page shows and the checkout charges, in minor units. A use of the
 * coupon that the buyer's own open order for the same courses holds counts as free, as it will be. Throws
 * couponsOff and what the coupon refuses.
 */
export const quotePurchase = async ({
  buyer,
  code,
  now,
  offers: asked,
  req,
  tenant,
}: {
  buyer: null | string
  code?: null | string
  now: Date
  offers: readonly string[]
  req: PayloadRequest
  tenant: string
}): Promise<PurchaseQuote> => {
  await allowCoupon({ code, req, tenant })
  const offers = await offersOnSale(req, asked)
  const courses = offers.map(({ course }) => course)
  const open = buyer ? await openOrders({ buyer, courses, req }) : []
  const coupon = await couponOf({ buyer, code, freed: open.map(({ order }) => order), req })
  const priced = quote({ coupon, lines: offers, now })
  const owned = buyer ? await ownedCourses({ buyer, courses, req }) : []

  return {
    ...priced,
    coupon: coupon?.code ?? null,
    isOwned: owned.length > 0,
    lines: priced.lines.map((line, index) => ({ ...line, ...titleOf(offers[index]) })),
  }
}

const titleOf = (offer: OfferOnSale | undefined) => ({
  course: offer?.course ?? '',
  title: offer?.title ?? '',
})
