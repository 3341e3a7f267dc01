import { z } from 'zod'

import { LOCALES } from '@/domain/tenancy/locales'

/** Most things one order can hold. */
const MOST_ITEMS = 50

const cohorts = z.array(z.uuid()).max(MOST_ITEMS)

/** What a purchase consists of, as callers state it: offers, each once, the cohorts chosen for them, and perhaps a coupon's code. */
export const purchase = {
  cohorts: cohorts.default([]),
  coupon: z.string().trim().max(80).nullish(),
  items: z
    .array(z.object({ offer: z.uuid() }))
    .min(1)
    .max(MOST_ITEMS),
}

/** The same as the query of an address: `offer=<id>,<id>&cohort=<id>&coupon=`. */
export const byLink = z.object({
  cohort: z
    .string()
    .nullish()
    .transform((text) => text?.split(',').filter(Boolean) ?? [])
    .pipe(cohorts),
  coupon: purchase.coupon,
  offer: z
    .string()
    .transform((text) => text.split(',').map((offer) => ({ offer })))
    .pipe(purchase.items),
})

const line = (most: number) => z.string().trim().max(most).nullish()

/** What the checkout is told besides: its language, and what the invoice is to say of the buyer. */
export const particulars = {
  billing: z.object({ address: line(400), company: line(160), vatId: line(40) }).nullish(),
  locale: z.enum(LOCALES).nullish(),
}

/**
 * Who buys without signing in. `previous` is the order this browser placed before, with the key it was
 * answered: the new one takes its place.
 */
export const guestBuyer = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  previous: z.object({ key: z.string().max(200), order: z.uuid() }).nullish(),
})
