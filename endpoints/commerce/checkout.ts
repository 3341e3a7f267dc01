import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { SessionUser } from '@/operations/identity/session'

import { PaymentUnavailable } from '@/adapters/payments/types'
import { bareHost } from '@/domain/tenancy/hosts'
import { checkout as checkOut } from '@/operations/commerce/checkout'
import { knowsOffers } from '@/operations/commerce/offers'
import { originOf } from '@/operations/tenancy/origins'
import { schoolOf } from '@/operations/tenancy/school'

import { endpoint } from '../support/endpoint'
import { CodedError, NotHere } from '../support/errors'
import { purchase } from './purchase'

/**
 * POST /api/checkout `{ items: [{ offer }], coupon? }` places an order at today's price and answers
 * 201 `{ order, url, total, currency }`: `url` is where it is paid, `total` in minor units. 404 for an
 * offer the school does not have, 409 alreadyOwned, 422 for what a rule refuses, 502
 * paymentUnavailable when the provider opens no page.
 */
export const checkout = endpoint({
  input: z.object(purchase),
  path: '/checkout',
  run: async ({ input: { coupon, items }, req, tenant }) => {
    const offers = items.map(({ offer }) => offer)
    if (!(await knowsOffers(req, offers))) {
      throw new NotHere()
    }
    const { id, email, emailVerified, locale } = req.user as unknown as SessionUser
    try {
      return await checkOut({
        buyer: { id, email, emailVerified, locale: locale ?? '' },
        code: coupon,
        now: new Date(),
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

/** Where the buyer is now, so that she comes back to the host on which she is signed in. */
const originHere = async (req: PayloadRequest, tenant: string): Promise<string> => {
  const host = bareHost(req.headers.get('host') ?? '')
  const school = host ? null : await schoolOf({ req, tenant })

  return school?.origin ?? originOf(host)
}
