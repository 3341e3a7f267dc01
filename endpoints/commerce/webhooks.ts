import type { Endpoint } from 'payload'

import { BadSignature } from '@/adapters/payments/types'
import { tenantOfHost } from '@/database/hosts'
import { receiveEvent } from '@/operations/commerce/receiveEvent'

/** The largest body Stripe sends is far smaller; in characters. */
const MOST_CHARACTERS = 1024 * 1024

const answer = (body: object, status: number): Response =>
  Response.json(body, { headers: { 'Cache-Control': 'no-store' }, status })

/**
 * POST /api/payments/stripe/webhook: Stripe's events, on the platform's host for every school or on a
 * school's host for that one. The event is stored before 200 is answered, and processed by a worker;
 * a repeated one is answered 200 and changes nothing. 400 badSignature for anything Stripe did not
 * sign with our secret within the last five minutes.
 */
export const stripeWebhook: Endpoint = {
  handler: async (req) => {
    const body = (await req.text?.()) ?? ''
    if (body.length > MOST_CHARACTERS) {
      return answer({ code: 'tooLarge' }, 413)
    }
    const here = await tenantOfHost(req.headers.get('host') ?? undefined)
    const school = here?.kind === 'school' ? here.id : null
    const { headers, payload } = req
    try {
      return answer(
        { receipt: await receiveEvent({ body, headers, payload, provider: 'stripe', school }) },
        200,
      )
    } catch (error) {
      if (error instanceof BadSignature) {
        return answer({ code: 'badSignature' }, 400)
      }
      throw error
    }
  },
  method: 'post',
  path: '/payments/stripe/webhook',
}
