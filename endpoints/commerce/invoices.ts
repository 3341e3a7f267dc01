import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import { renderInvoice } from '@/adapters/pdf/invoice'
import { invoiceText, orderOfInvoice } from '@/operations/commerce/invoices'
import { opensOrder } from '@/operations/commerce/orderKeys'

import { publicEndpoint } from '../support/endpoint'
import { NotHere, SignInRequired } from '../support/errors'
import { floodGate } from '../support/floods'

/** Setting a page costs as much as fifty small answers. */
const gate = floodGate({ most: 60, seconds: 60 })

/** Whether whoever is signed in may read the row: its buyer, and managers. */
const mayRead = async (req: PayloadRequest, id: string): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'invoices',
    overrideAccess: false,
    req,
    where: { id: { equals: id } },
  })

  return totalDocs > 0
}

/**
 * GET /api/invoices/:id/pdf, and `/invoices/:id.pdf`: the invoice, set from what was kept when it was
 * issued, so that every download is the same. For its buyer and for managers, and by `?key=` of its
 * order for whoever has that; 401 for other visitors, 404 for anybody else and for another school's.
 */
const pdf = publicEndpoint({
  input: z.object({ id: z.uuid(), key: z.string().max(200).optional() }),
  method: 'get',
  path: '/:id/pdf',
  run: async ({ input: { id, key }, req, tenant }) => {
    const now = new Date()
    gate({ headers: req.headers, now, tenant })
    const order = await orderOfInvoice({ id, req, tenant })
    const hasKey = order !== null && opensOrder({ key, now, order, tenant })
    if (!hasKey && !req.user) {
      throw new SignInRequired()
    }
    const text = hasKey || (await mayRead(req, id)) ? await invoiceText({ id, req, tenant }) : null
    if (!text) {
      throw new NotHere()
    }
    const fileName = `${text.number.replaceAll('/', '-')}.pdf`

    return new Response(new Uint8Array(await renderInvoice(text)), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `inline; filename="${fileName}"`,
        'Content-Type': 'application/pdf',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  },
})

/** Endpoints below /api/invoices, which Payload looks for in the collection itself. */
export const invoiceEndpoints = [pdf] as const
