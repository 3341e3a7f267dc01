import { z, type output } from 'zod'

import type { Locale } from '@/domain/tenancy/locales'
import type { Buyer } from '@/operations/commerce/checkout'
import type { Guest } from '@/operations/commerce/placeGuestOrder'
import type { SessionUser } from '@/operations/identity/session'

import { PaymentUnavailable } from '@/adapters/payments/types'
import { TaxUnavailable } from '@/adapters/tax/types'
import { RuleError } from '@/domain/errors'
import { checkout as checkOut } from '@/operations/commerce/checkout'
import { knowsOffers } from '@/operations/commerce/offers'

import { publicEndpoint } from '../support/endpoint'
import { CodedError, NotHere, SignInRequired } from '../support/errors'
import { floodGate } from '../support/floods'
import { originHere } from '../support/origin'
import { holdGuesses } from './couponGate'
import { holdTaxQuestions } from './taxGate'
import { gift, guestBuyer, particulars, purchase, wishesOf } from './purchase'

/** Guests' orders from one address: each may make an account and send a mail. */
const guestGate = floodGate({ most: 20, seconds: 60 })

/**
 * POST /api/checkout `{ items: [{ offer, amount? }], cohorts?, tip?, currency?, coupon?, provider?, buyer?, billing?, gift?, locale?, mayRemind?, total? }` places an order at today's price and
 * answers 201 `{ order, url, total, currency }`: `url` is where it is paid, `total` in minor units.
 * Whoever is not signed in says who buys, `{ email, name, previous? }`, and is answered a
 * `key` to that order besides, alike for every address; 401 without. 404 for an offer the school does
 * not have, 409 alreadyOwned and cohortFull (with how many places are `left`), 422 for what a rule refuses, 429 for guests after twenty in a minute and for thirty that name a coupon,
 * 502 paymentUnavailable when the provider opens no page and taxUnavailable when nobody calculates the tax. `provider` is one of the
 * quote's, whom the buyer wants to pay through; the first of them where it is left out, 422 providerUnavailable for any other. Where the
 * school charges tax, `billing` says where the buyer is: `{ country, region?, postalCode?, company?, vatId?, address? }`; 422 countryNeeded,
 * regionNeeded and postalCodeNeeded. With `gift`, `{ name, email, message?, deliverAt? }`, it is for somebody else: 422 accountNeeded without an account, giftNotPossible for what is free, recurs or
 * is given on request or for a cohort. With `total`, what the buyer was shown, nothing is placed at another price: 409 priceChanged.
 */
export const checkout = publicEndpoint({
  input: z.object({
    ...purchase,
    ...particulars,
    buyer: guestBuyer.nullish(),
    gift: gift.nullish(),
    provider: z.string().max(40).nullish(),
  }),
  path: '/checkout',
  run: async ({
    input: {
      billing,
      buyer: guest,
      cohorts,
      coupon,
      currency,
      gift: given,
      items,
      locale,
      mayRemind,
      provider,
      tip,
      total,
    },
    req,
    tenant,
  }) => {
    const offers = items.map(({ offer }) => offer)
    const buyer = req.user
      ? buyerOf(req.user as unknown as SessionUser)
      : guestOf(guest, locale ?? null)
    if (!buyer) {
      throw new SignInRequired()
    }
    const now = new Date()
    holdGuesses({ code: coupon, req, tenant })
    holdTaxQuestions({ billing, req, tenant })
    if (!req.user) {
      guestGate({ headers: req.headers, now, tenant })
    }
    try {
      return await checkOut({
        billing,
        buyer,
        code: coupon,
        cohorts,
        gift: given ?? null,
        locale,
        mayRemind,
        now,
        offers,
        origin: await originHere(req, tenant),
        provider,
        req,
        tenant,
        total,
        wishes: wishesOf({ currency, items, tip }),
      })
    } catch (error) {
      if (isNotForSale(error) && !(await knowsOffers(req, offers))) {
        throw new NotHere()
      }
      if (error instanceof PaymentUnavailable) {
        req.payload.logger.error({ err: error }, 'No payment page could be opened.')
        throw new CodedError({ code: 'paymentUnavailable', status: 502 })
      }
      if (error instanceof TaxUnavailable) {
        req.payload.logger.error({ err: error }, 'No tax could be calculated.')
        throw new CodedError({ code: 'taxUnavailable', status: 502 })
      }
      throw error
    }
  },
  status: 201,
  transaction: false,
})

const isNotForSale = (error: unknown): boolean =>
  error instanceof RuleError && error.code === 'notForSale'

const buyerOf = ({ id, email, emailVerified, locale }: SessionUser): Buyer => ({
  id,
  email,
  emailVerified,
  locale,
})

const guestOf = (
  guest: null | output<typeof guestBuyer> | undefined,
  locale: Locale | null,
): Guest | null => (guest ? { ...guest, locale, previous: guest.previous ?? null } : null)
