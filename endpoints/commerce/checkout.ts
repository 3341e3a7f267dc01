import type { PayloadRequest } from 'payload'

import { z, type output } from 'zod'

import type { Locale } from '@/domain/tenancy/locales'
import type { Buyer } from '@/operations/commerce/checkout'
import type { Guest } from '@/operations/commerce/placeGuestOrder'
import type { SessionUser } from '@/operations/identity/session'

import { PaymentUnavailable } from '@/adapters/payments/types'
import { bareHost } from '@/domain/tenancy/hosts'
import { checkout as checkOut } from '@/operations/commerce/checkout'
import { knowsOffers } from '@/operations/commerce/offers'
import { originOf } from '@/operations/tenancy/origins'
import { schoolOf } from '@/operations/tenancy/school'

import { publicEndpoint } from '../support/endpoint'
import { CodedError, NotHere, SignInRequired } from '../support/errors'
import { floodGate } from '../support/floods'
import { guestBuyer, particulars, purchase } from './purchase'

/** Guests' orders from one address: each may make an account and send a mail. */
const guestGate = floodGate({ most: 20, seconds: 60 })

/**
 * POST /api/checkout `{ items: [{ offer }], cohorts?, coupon?, buyer?, billing?, locale? }` places an order at today's price and
 * answers 201 `{ order, url, total, currency }`: `url` is where it is paid, `total` in minor units.
 * Whoever is not signed in says who buys, `{ email, name, previous? }`, and is answered a
 * `key` to that order besides, alike for every address; 401 without. 404 for an offer the school does
 * not have, 409 alreadyOwned and cohortFull (with how many places are `left`), 422 for what a rule refuses, 429 for guests after twenty in a minute,
 * 502 paymentUnavailable when the provider opens no page.
 */
export const checkout = publicEndpoint({
  input: z.object({ ...purchase, ...particulars, buyer: guestBuyer.nullish() }),
  path: '/checkout',
  run: async ({
    input: { billing, buyer: guest, cohorts, coupon, items, locale },
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
    if (!(await knowsOffers(req, offers))) {
      throw new NotHere()
    }
    const now = new Date()
    if (!req.user) {
      guestGate({ headers: req.headers, now, tenant })
    }
    try {
      return await checkOut({
        billing,
        buyer,
        code: coupon,
        cohorts,
        locale,
        now,
        offers,
        origin: await originHere(req, tenant),
        req,
        tenant,
      })
    } catch (error) {
      if (error instanceof PaymentUnavailable) {
        req.payload.logger.error({ err: error }, 'No payment page could be opened.')
        throw new CodedError({ code: 'paymentUnavailable', status: 502 })
      }
      throw error
    }
  },
  status: 201,
  transaction: false,
})

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

/** Where the buyer is now, so that she comes back to the host on which she is signed in. */
const originHere = async (req: PayloadRequest, tenant: string): Promise<string> => {
  const host = bareHost(req.headers.get('host') ?? '')
  const school = host ? null : await schoolOf({ req, tenant })

  return school?.origin ?? originOf(host)
}
