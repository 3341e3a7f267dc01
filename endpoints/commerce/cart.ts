import { z } from 'zod'

import { MOST_IN_CART } from '@/domain/commerce/cart'
import { countOf, itemsOf, putIntoCart, takeOutOfCart } from '@/operations/commerce/cart'
import { viewCart } from '@/operations/commerce/cartView'
import { knowsOffers } from '@/operations/commerce/offers'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { currency } from './purchase'

const items = z
  .array(
    z.object({
      amount: z.int().nonnegative().nullish(),
      cohort: z
        .uuid()
        .nullish()
        .transform((id) => id ?? null),
      currency,
      offer: z.uuid(),
    }),
  )
  .max(MOST_IN_CART)

/**
 * GET /api/cart?currency= answers the caller's cart: `{ currency, currencies?, lines: [{ offer, cohort, title, courses, cover, amount, open, isRecurring, state }],
 * quote, refusal }`. `state` is ready, alone, owned, within, unpriced (no price in the currency) or gone; `quote` is the price of what is ready, in minor units.
 */
export const cart = endpoint({
  input: z.object({ currency }),
  method: 'get',
  path: '/cart',
  run: async ({ input, req, tenant }) => {
    const buyer = String(req.user.id)
    const items = await itemsOf({ buyer, req })

    return viewCart({ ...input, buyer, items, now: new Date(), req, tenant })
  },
})

/** GET /api/cart/count answers `{ count }`: how many things the caller's cart holds. */
export const cartCount = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/cart/count',
  run: async ({ req }) => ({ count: await countOf({ buyer: String(req.user.id), req }) }),
})

/** POST /api/cart/look `{ items: [{ offer, cohort?, amount? }] }` answers the same of a cart that a browser keeps; it changes nothing. */
export const lookAtCart = publicEndpoint({
  input: z.object({ currency, items }),
  path: '/cart/look',
  run: ({ input, req, tenant }) =>
    viewCart({
      ...input,
      buyer: req.user ? String(req.user.id) : null,
      now: new Date(),
      req,
      tenant,
    }),
  transaction: false,
})

/**
 * POST /api/cart/items `{ items: [{ offer, cohort?, amount? }] }` puts offers into the caller's cart, each once, and answers
 * `{ count }`. `amount` is the price that the caller names, in minor units, where it is theirs to name. 404 where the school has not all of them, 422 cartFull with `most`.
 */
export const addToCart = endpoint({
  input: z.object({ items: items.min(1) }),
  path: '/cart/items',
  run: async ({ input, req, tenant }) => {
    if (
      !(await knowsOffers(
        req,
        input.items.map(({ offer }) => offer),
      ))
    ) {
      throw new NotHere()
    }

    return {
      count: await putIntoCart({ buyer: String(req.user.id), items: input.items, req, tenant }),
    }
  },
})

/** DELETE /api/cart/items/:offer takes an offer out of the caller's cart, a second time as well, and answers `{ count }`. */
export const removeFromCart = endpoint({
  input: z.object({ offer: z.uuid() }),
  method: 'delete',
  path: '/cart/items/:offer',
  run: async ({ input: { offer }, req }) => ({
    count: await takeOutOfCart({ buyer: String(req.user.id), offer, req }),
  }),
})
