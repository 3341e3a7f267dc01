import type { Endpoint } from 'payload'

import type { RealProvider } from '@/adapters/payments/types'

import { BadSignature, PaymentUnavailable } from '@/adapters/payments/types'
import { tenantOfHost } from '@/database/hosts'
import { receiveEvent } from '@/operations/commerce/receiveEvent'

/** The largest body a provider sends is far smaller; in characters. */
const MOST_CHARACTERS = 1024 * 1024

const answer = (body: object, status: number): Response =>
  Response.json(body, { headers: { 'Cache-Control': 'no-store' }, status })

const webhookOf = (provider: RealProvider): Endpoint => ({
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
        { receipt: await receiveEvent({ body, headers, payload, provider, school }) },
        200,
      )
    } catch (error) {
      if (error instanceof BadSignature) {
        return answer({ code: 'badSignature' }, 400)
      }
      if (error instanceof PaymentUnavailable) {
        payload.logger.error({ err: error, provider }, 'A delivery could not be checked.')

        return answer({ code: 'paymentUnavailable' }, 503)
      }
      throw error
    }
  },
  method: 'post',
  path: `/payments/${provider}/webhook`,
})

/**
 * POST /api/payments/stripe/webhook, and the same of paypal, razorpay and paddle: the provider's events, on the platform's host
 * for every school that uses the installation's account, or on a school's host for that one, which alone takes the events
 * of the school's own account. The event is stored before 200 is answered, and processed by a worker; a repeated one is
 * answered 200 and changes nothing. 400 badSignature for anything the provider did not sign for that account, or
 * signed longer ago than it goes on sending: five minutes for Stripe and Paddle, three days for PayPal, one for Razorpay. 503
 * paymentUnavailable while PayPal's certificate cannot be had; PayPal then sends it again.
 */
export const [stripeWebhook, paypalWebhook, razorpayWebhook, paddleWebhook] = [
  webhookOf('stripe'),
  webhookOf('paypal'),
  webhookOf('razorpay'),
  webhookOf('paddle'),
] as const
