import { z } from 'zod'

import { PaymentUnavailable } from '@/adapters/payments/types'
import { RuleError } from '@/domain/errors'
import { merchantInvoice } from '@/operations/commerce/merchantInvoice'
import { opensOrder } from '@/operations/commerce/orderKeys'

import { publicEndpoint } from '../support/endpoint'
import { CodedError, NotHere, SignInRequired } from '../support/errors'
import { floodGate } from '../support/floods'

/** The merchant is asked each time. */
const gate = floodGate({ most: 30, seconds: 60 })

/**
 * GET /api/payments/merchant/:order/invoice: leads to the invoice that the merchant of record issued for an order, 303. For its
 * buyer and for managers, and by `?key=` of the order for whoever has that; 401 for other visitors, 404 for anybody else, 422
 * noMerchantInvoice for what the school sold itself, and while there is none; 502 paymentUnavailable while the merchant does not answer.
 */
export const merchantInvoiceEndpoint = publicEndpoint({
  input: z.object({ key: z.string().max(200).optional(), order: z.uuid() }),
  method: 'get',
  path: '/payments/merchant/:order/invoice',
  run: async ({ input: { key, order }, req, tenant }) => {
    const now = new Date()
    gate({ headers: req.headers, now, tenant })
    const hasKey = opensOrder({ key, now, order, tenant })
    if (!hasKey && !req.user) {
      throw new SignInRequired()
    }
    const { totalDocs } = hasKey
      ? { totalDocs: 1 }
      : await req.payload.count({
          collection: 'orders',
          overrideAccess: false,
          req,
          where: { id: { equals: order } },
        })
    if (totalDocs === 0) {
      throw new NotHere()
    }
    try {
      const url = await merchantInvoice({ order, req, tenant })
      if (!url) {
        throw new RuleError('noMerchantInvoice')
      }

      return new Response(null, {
        headers: {
          'Cache-Control': 'private, no-store',
          Location: url,
          'Referrer-Policy': 'no-referrer',
        },
        status: 303,
      })
    } catch (error) {
      if (error instanceof PaymentUnavailable) {
        req.payload.logger.error({ err: error, order }, 'A merchant’s invoice could not be had.')
        throw new CodedError({ code: 'paymentUnavailable', status: 502 })
      }
      throw error
    }
  },
})
