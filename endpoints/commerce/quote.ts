import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { knowsOffers } from '@/operations/commerce/offers'
import { quotePurchase } from '@/operations/commerce/quotePurchase'

import { publicEndpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { byLink, purchase } from './purchase'

type Asked = {
  code?: null | string
  cohorts: string[]
  offers: string[]
  req: PayloadRequest
  tenant: string
}

const quoted = async ({ code, cohorts, offers, req, tenant }: Asked): Promise<PurchaseQuote> => {
  if (!(await knowsOffers(req, offers))) {
    throw new NotHere()
  }
  const buyer = req.user ? String(req.user.id) : null

  return quotePurchase({ buyer, code, cohorts, now: new Date(), offers, req, tenant })
}

/**
 * POST /api/checkout/quote `{ items: [{ offer }], cohorts?, coupon? }` answers what a purchase would cost, line by
 * line and in minor units, by the same rules by which the checkout charges; it places nothing.
 */
export const checkoutQuote = publicEndpoint({
  input: z.object(purchase),
  path: '/checkout/quote',
  run: ({ input: { cohorts, coupon, items }, req, tenant }) =>
    quoted({ code: coupon, cohorts, offers: items.map(({ offer }) => offer), req, tenant }),
  transaction: false,
})

/** GET /api/checkout/quote?offer=<id>,<id>&cohort=<id>&coupon= answers the same. */
export const checkoutQuoteByLink = publicEndpoint({
  input: byLink,
  method: 'get',
  path: '/checkout/quote',
  run: ({ input: { cohort: cohorts, coupon, offer }, req, tenant }) =>
    quoted({ code: coupon, cohorts, offers: offer.map((item) => item.offer), req, tenant }),
})
