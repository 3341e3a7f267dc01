import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Billing } from '@/domain/commerce/invoices'
import type { Wishes } from '@/domain/commerce/wishes'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { knowsOffers } from '@/operations/commerce/offers'
import { quotePurchase } from '@/operations/commerce/quotePurchase'

import { publicEndpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { holdGuesses } from './couponGate'
import { billing, byLink, purchase, wishesOf } from './purchase'
import { holdTaxQuestions } from './taxGate'

type Asked = {
  billing?: Billing | null
  code?: null | string
  cohorts: string[]
  offers: string[]
  req: PayloadRequest
  tenant: string
  wishes: Wishes
}

const quoted = async (asked: Asked): Promise<PurchaseQuote> => {
  const { offers, req } = asked
  holdGuesses(asked)
  holdTaxQuestions(asked)
  if (!(await knowsOffers(req, offers))) {
    throw new NotHere()
  }
  const buyer = req.user ? String(req.user.id) : null

  return quotePurchase({ ...asked, buyer, now: new Date() })
}

/**
 * POST /api/checkout/quote `{ items: [{ offer, amount? }], cohorts?, tip?, currency?, coupon?, billing? }` answers what a purchase would cost, line by
 * line and in minor units, by the same rules by which the checkout charges; it places nothing. `amount` is the price of an offer whose
 * line is `open` (`{ least, most, suggested }`), what is suggested where it is left out, and `tip` what is added where a line `takesTips`: 422
 * amountInvalid (with `field`), amountTooLow (with `least`), amountTooHigh (with `most`), amountNotTaken where no provider takes such a sum, and tipNotTaken.
 * `currency` is one of the quote's `currencies`: 422 currencyNotSold for any other, noPriceInCurrency (with `offer`) where an offer has no price there,
 * couponCurrency where a fixed amount cannot be converted. Where the school charges tax,
 * `taxation` says how: `{ isIncluded, needs, place, regions, asksPostalCode, taxes: [{ name, percent, amount }], treatment, vat }`,
 * where `needs` is what of `billing` is missing and `vat` how the check of a VAT id ended. 429 tooMany after thirty in a minute that name a
 * coupon, and after sixty with a VAT id or a postal code.
 */
export const checkoutQuote = publicEndpoint({
  input: z.object({ ...purchase, billing }),
  path: '/checkout/quote',
  run: ({ input: { billing: said, cohorts, coupon, currency, items, tip }, req, tenant }) =>
    quoted({
      billing: said,
      code: coupon,
      cohorts,
      offers: items.map(({ offer }) => offer),
      req,
      tenant,
      wishes: wishesOf({ currency, items, tip }),
    }),
  transaction: false,
})

/** GET /api/checkout/quote?offer=<id>,<id>&amount=<id>:<minor units>&cohort=<id>&tip=&currency=&coupon=&country= answers the same. */
export const checkoutQuoteByLink = publicEndpoint({
  input: byLink,
  method: 'get',
  path: '/checkout/quote',
  run: ({
    input: { amount: amounts, cohort: cohorts, country, coupon, currency, offer, tip },
    req,
    tenant,
  }) =>
    quoted({
      billing: country ? { country } : null,
      code: coupon,
      cohorts,
      offers: offer.map((item) => item.offer),
      req,
      tenant,
      wishes: { amounts, currency, tip },
    }),
})
