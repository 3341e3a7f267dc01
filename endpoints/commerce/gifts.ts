import { z } from 'zod'

import { changeRecipient, giftBehind, redeemGift, sendAgain } from '@/operations/commerce/gifts'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'
import { floodGate } from '../support/floods'
import { giftRecipient } from './purchase'

const gate = floodGate({ most: 30, seconds: 60 })

const key = z.string().max(200)

/**
 * GET /api/gift-links/:key answers the gift that the link of a mail names, to whoever holds it:
 * `{ buyer, name, message, courses: [{ slug, title }], status }`, where `status` is open, redeemed or cancelled. 404 for none,
 * 429 after thirty in a minute.
 */
const lookAtGift = publicEndpoint({
  input: z.object({ key }),
  method: 'get',
  path: '/gift-links/:key',
  run: async ({ input, req, tenant }) => {
    gate({ headers: req.headers, now: new Date(), tenant })
    const gift = await giftBehind({ ...input, req, tenant })
    if (!gift) {
      throw new NotHere()
    }

    return gift
  },
})

/**
 * POST /api/gift-links/:key/redeem takes the gift for the caller, once, and answers `{ courses: [{ slug, title }] }`; again the
 * same for whoever has it. 404 for no gift, 422 giftRedeemed, giftCancelled, alreadyOwned and prerequisitesMissing.
 */
const redeem = endpoint({
  input: z.object({ key }),
  path: '/gift-links/:key/redeem',
  run: async ({ input, req, tenant }) => {
    gate({ headers: req.headers, now: new Date(), tenant })
    const taken = await redeemGift({
      ...input,
      learner: String(req.user.id),
      now: new Date(),
      req,
      tenant,
    })
    if (!taken) {
      throw new NotHere()
    }

    return taken
  },
})

/** POST /api/given-gifts/:id/mail sends the mail of the caller's own gift again and answers `{ sent: true }`. 404, 422 giftClosed and giftMailedOften. */
const mailGift = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/given-gifts/:id/mail',
  run: async ({ input: { id }, req, tenant }) => {
    const sent = await sendAgain({
      buyer: String(req.user.id),
      gift: id,
      now: new Date(),
      req,
      tenant,
    })
    if (!sent) {
      throw new NotHere()
    }

    return { sent }
  },
})

/**
 * POST /api/given-gifts/:id/recipient `{ name, email }` gives the caller's own gift to another address, ends the link that was
 * sent, and answers `{ changed: true }`. 404, 422 giftClosed once it was taken or cancelled, and giftMailedOften.
 */
const changeGiftRecipient = endpoint({
  input: giftRecipient.extend({ id: z.uuid() }),
  path: '/given-gifts/:id/recipient',
  run: async ({ input: { id, name, email }, req, tenant }) => {
    const changed = await changeRecipient({
      name,
      buyer: String(req.user.id),
      email,
      gift: id,
      now: new Date(),
      req,
      tenant,
    })
    if (!changed) {
      throw new NotHere()
    }

    return { changed }
  },
})

export const giftEndpoints = [lookAtGift, redeem, mailGift, changeGiftRecipient] as const
