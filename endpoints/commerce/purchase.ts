import { z } from 'zod'

import { LONGEST_GIFT_MESSAGE, MOST_GIFT_DAYS } from '@/domain/commerce/gifts'
import type { Wishes } from '@/domain/commerce/wishes'

import { isCountry } from '@/domain/commerce/tax/countries'
import { LOCALES } from '@/domain/tenancy/locales'

/** Most things one order can hold. */
const MOST_ITEMS = 50

const cohorts = z.array(z.uuid()).max(MOST_ITEMS)

/** A sum that a buyer names, in minor units; whether it can be one is for a rule to say. */
const named = z.number().nullish()

/** An ISO 4217 code; the school's own currency where it is left out. */
export const currency = z
  .string()
  .trim()
  .toUpperCase()
  .max(3)
  .nullish()
  .transform((code) => code || null)

/**
 * What a purchase consists of, as callers state it: offers, each once and at a price where that is the buyer's to name, the cohorts
 * chosen for them, a tip, and perhaps a coupon's code.
 */
export const purchase = {
  cohorts: cohorts.default([]),
  coupon: z.string().trim().max(80).nullish(),
  currency,
  items: z
    .array(z.object({ amount: named, offer: z.uuid() }))
    .min(1)
    .max(MOST_ITEMS),
  tip: named,
}

/** What was stated of a purchase beside what it consists of. */
export const wishesOf = ({
  currency: asked,
  items,
  tip,
}: {
  currency: null | string
  items: readonly { amount?: null | number; offer: string }[]
  tip?: null | number
}): Wishes => ({
  amounts: Object.fromEntries(
    items.flatMap(({ amount, offer }) => (amount == null ? [] : [[offer, amount]])),
  ),
  currency: asked,
  tip: tip ?? 0,
})

const country = z
  .string()
  .trim()
  .transform((text) => text.toUpperCase() || null)
  .refine((code) => code === null || isCountry(code), 'An ISO 3166-1 code of two letters.')
  .nullish()

/** A price that a link names: `<offer>:<minor units>`. */
const namedByLink = z
  .string()
  .regex(/^[^:]+:\d{1,15}$/)
  .transform((text) => {
    const [offer = '', amount] = text.split(':')

    return [offer, Number(amount)] as const
  })

/** The same as the query of an address: `offer=<id>,<id>&amount=<id>:<minor units>&cohort=<id>&tip=&currency=&coupon=`, and the buyer's `country=`. */
export const byLink = z.object({
  amount: z
    .string()
    .nullish()
    .transform((text) => text?.split(',').filter(Boolean) ?? [])
    .pipe(z.array(namedByLink).max(MOST_ITEMS))
    .transform((pairs): Wishes['amounts'] => Object.fromEntries(pairs)),
  cohort: z
    .string()
    .nullish()
    .transform((text) => text?.split(',').filter(Boolean) ?? [])
    .pipe(cohorts),
  country,
  coupon: purchase.coupon,
  currency,
  offer: z
    .string()
    .transform((text) => text.split(',').map((offer) => ({ offer })))
    .pipe(purchase.items),
  tip: z
    .string()
    .nullish()
    .transform((text) => (text ? Number(text) : 0))
    .pipe(z.number()),
})

const line = (most: number) => z.string().trim().max(most).nullish()

/** What is said of the buyer: tax is charged by it, and the invoice repeats it. */
export const billing = z
  .object({
    address: line(400),
    company: line(160),
    country,
    postalCode: line(16),
    region: line(60),
    vatId: line(40),
  })
  .nullish()

/** What the checkout is told besides: its language, whether it may be reminded of, what is said of the buyer, and the total that they were shown. */
export const particulars = {
  billing,
  locale: z.enum(LOCALES).nullish(),
  mayRemind: z.boolean().default(false),
  total: z.int().nonnegative().nullish(),
}

/** Who a gift is for. */
export const giftRecipient = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
})

const DAY_MS = 24 * 3600_000

/** A purchase for somebody else; `deliverAt` (ISO 8601) is left out where it is sent as soon as it is paid, and what has passed is now. */
export const gift = giftRecipient.extend({
  deliverAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine((at) => at.getTime() < Date.now() + MOST_GIFT_DAYS * DAY_MS, 'Within a year.')
    .nullish()
    .transform((at) => (at && at.getTime() > Date.now() ? at : null)),
  message: z
    .string()
    .trim()
    .max(LONGEST_GIFT_MESSAGE)
    .nullish()
    .transform((text) => text || null),
})

/**
 * Who buys without signing in. `previous` is the order this browser placed before, with the key it was
 * answered: the new one takes its place.
 */
export const guestBuyer = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  previous: z.object({ key: z.string().max(200), order: z.uuid() }).nullish(),
})
