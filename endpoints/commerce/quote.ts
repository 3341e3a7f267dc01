import { z } from 'zod'

import { knowsOffers } from '@/operations/commerce/offers'
import { quotePurchase } from '@/operations/commerce/quotePurchase'

import { publicEndpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { purchase } from './purchase'

/**
 * POST /api/checkout/quote `{ items: [{ offer }], coupon? }` answers what a purchase would cost, line by
 * line and in minor units, by the same rules by which the checkout charges; it places nothing.
 */
export const checkoutQuote = publicEndpoint({
  input: z.object(purchase),
  path: '/checkout/quote',
  run: async ({ input: { coupon, items }, req }) => {
    const offers = items.map(({ offer }) => offer)
    if (!(await knowsOffers(req, offers))) {
      throw new NotHere()
    }
    const buyer = req.user ? String(req.user.id) : null

    return quotePurchase({ buyer, code: coupon, now: new Date(), offers, req })
  },
  transaction: false,
})
