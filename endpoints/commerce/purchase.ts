import { z } from 'zod'

/** Most things one order can hold. */
const MOST_ITEMS = 50

/** What a purchase consists of, as callers state it: offers, each once, and perhaps a coupon's code. */
export const purchase = {
  coupon: z.string().trim().max(80).nullish(),
  items: z
    .array(z.object({ offer: z.uuid() }))
    .min(1)
    .max(MOST_ITEMS),
}
