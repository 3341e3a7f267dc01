import type { PayloadRequest } from 'payload'

import type { Billing } from '@/domain/commerce/invoices'
import type { Quote } from '@/domain/commerce/quote'
import type { Wishes } from '@/domain/commerce/wishes'

import { amountsOf, quote } from '@/domain/commerce/quote'
import { atNamedPrices, namedTip, NO_WISHES } from '@/domain/commerce/wishes'
import { languageOf } from '@/operations/translation/reading'

import type { StoredCoupon } from './coupons'
import type { OfferOnSale } from './offers'
import type { Assessed } from './tax/assess'

import { requireAdmission } from './admission'
import { allowCoupon, couponOf } from './coupons'
import { coursesOf, offersOnSale } from './offers'
import { couponIn } from './exchange/coupon'
import { openOrders } from './openOrders'
import { recurringFor } from './subscriptions/terms'
import { assessTax } from './tax/assess'

/** What is asked to be bought, by whom. */
export type AskedPrice = {
  /** What the buyer said of themselves, by which tax is charged. */
  billing?: Billing | null
  buyer: null | string
  code?: null | string
  cohorts?: readonly string[]
  now: Date
  offers: readonly string[]
  req: PayloadRequest
  tenant: string
  wishes?: Wishes
}

type PricedPurchase = {
  coupon: null | StoredCoupon
  offers: OfferOnSale[]
  priced: Quote
  /** Null where the school charges no tax, on what is free for good, and on what a merchant of record sells. */
  tax: Assessed | null
}

/**
 * The price of a purchase now, with its tax, in minor units. A use of the coupon that the buyer's own open order for
 * the same courses holds counts as free, as it will be. Throws requestNeeded, cohortClosed, couponsOff and what the
 * coupon, `atNamedPrices` and `namedTip` refuse. May wait for others, so call it outside a transaction.
 */
export const pricePurchase = async ({
  billing,
  buyer,
  code,
  cohorts = [],
  now,
  offers: asked,
  req,
  tenant,
  wishes = NO_WISHES,
}: AskedPrice): Promise<PricedPurchase> => {
  await allowCoupon({ code, req, tenant })
  const offers = await recurringFor({
    buyer,
    offers: atNamedPrices(
      await offersOnSale(req, asked, await languageOf(req), wishes.currency),
      wishes,
    ),
    req,
  })
  await requireAdmission({ buyer, cohorts, offers, req })
  const open = buyer ? await openOrders({ buyer, courses: coursesOf(offers), req }) : []
  const coupon = await couponIn({
    coupon: await couponOf({ buyer, code, freed: open.map(({ order }) => order), req }),
    currency: offers[0]?.currency ?? '',
    req,
    tenant,
  })
  const tip = namedTip(offers, wishes)
  const plain = quote({ coupon, lines: offers, now, tip })
  const recurs = offers.some(({ terms }) => terms !== null)
  const isTaxable = plain.total > 0 || recurs
  const { currency } = plain
  const tax = isTaxable
    ? await assessTax({ amounts: amountsOf(plain), billing, currency, now, recurs, req, tenant })
    : null

  return {
    coupon,
    offers,
    priced: tax?.taxOn ? quote({ coupon, lines: offers, now, taxOn: tax.taxOn, tip }) : plain,
    tax,
  }
}
