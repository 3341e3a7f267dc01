import { z } from 'zod'

import { PaymentUnavailable } from '@/adapters/payments/types'
import { cardPath } from '@/domain/commerce/paths'
import { opensCard } from '@/operations/commerce/subscriptions/cardKeys'
import { openCardPage } from '@/operations/commerce/subscriptions/cardPage'
import { removeCard } from '@/operations/commerce/subscriptions/removeCard'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { CodedError, NotHere, SignInRequired } from '../support/errors'
import { floodGate } from '../support/floods'
import { originHere } from '../support/origin'

const gate = floodGate({ most: 20, seconds: 60 })

/**
 * POST /api/subscriptions/:id/card `{ key?, provider? }`: 200 `{ url }`, the provider's page on which its buyer, or whoever has the
 * signed link of a mail, gives another card; where a payment has failed it is paid there, else nothing is. 401 for
 * visitors without a key, 400 badLink for a key that is wrong or too old, 404 for anybody else's, 422 notPayable for what
 * is over and providerUnavailable for whom the school does not pay through, 429 after twenty in a minute, 502 paymentUnavailable.
 */
export const subscriptionCard = publicEndpoint({
  input: z.object({
    id: z.uuid(),
    key: z.string().max(200).nullish(),
    provider: z.string().max(20).nullish(),
  }),
  path: '/subscriptions/:id/card',
  run: async ({ input: { id, key, provider }, req, tenant }) => {
    const now = new Date()
    gate({ headers: req.headers, now, tenant })
    if (key && !opensCard({ key, now, subscription: id, tenant })) {
      throw new CodedError({ code: 'badLink', status: 400 })
    }
    if (!key && !req.user) {
      throw new SignInRequired()
    }
    const returnUrl = new URL(cardPath(id, key), await originHere(req, tenant)).toString()
    try {
      const buyer = key ? null : String(req.user?.id)
      const page = await openCardPage({ id, buyer, now, provider, req, returnUrl, tenant })
      if (!page) {
        throw new NotHere()
      }

      return page
    } catch (error) {
      if (error instanceof PaymentUnavailable) {
        req.payload.logger.error({ err: error }, 'No page for a card could be opened.')
        throw new CodedError({ code: 'paymentUnavailable', status: 502 })
      }
      throw error
    }
  },
  transaction: false,
})

/**
 * POST /api/subscriptions/:id/card/forget, for its buyer: has the provider forget the card of a subscription that is not
 * charged any more; 200 `{ id }`, a second time as well. 404 for anybody else's, 422 cardNeeded while it is charged, 502
 * paymentUnavailable.
 */
export const forgetCard = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/subscriptions/:id/card/forget',
  run: async ({ input: { id }, req }) => {
    try {
      const removed = await removeCard({ id, buyer: String(req.user.id), req })
      if (!removed) {
        throw new NotHere()
      }

      return removed
    } catch (error) {
      if (error instanceof PaymentUnavailable) {
        req.payload.logger.error({ err: error }, 'A card could not be forgotten.')
        throw new CodedError({ code: 'paymentUnavailable', status: 502 })
      }
      throw error
    }
  },
  transaction: false,
})
