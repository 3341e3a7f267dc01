import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { InvoiceText } from '@/domain/commerce/invoices'

import { renderInvoice } from '@/adapters/pdf/invoice'
import { opensOrder } from '@/operations/commerce/orderKeys'

import { publicEndpoint } from '../support/endpoint'
import { NotHere, SignInRequired } from '../support/errors'
import { floodGate } from '../support/floods'

/** Setting a page costs as much as fifty small answers. */
const gate = floodGate({ most: 60, seconds: 60 })

type Which = { id: string; req: PayloadRequest; tenant: string }

type Kind = {
  collection: 'credit-notes' | 'invoices'
  /** The order that a document is about, or null where the school has no such document. */
  orderOf: (which: Which) => Promise<null | string>
  /** What is printed on it. */
  textOf: (which: Which) => Promise<InvoiceText | null>
}

/** Whether whoever is signed in may read the row: its buyer, and managers. */
const mayRead = async ({
  id,
  collection,
  req,
}: Pick<Kind, 'collection'> & Pick<Which, 'id' | 'req'>): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection,
    overrideAccess: false,
    req,
    where: { id: { equals: id } },
  })

  return totalDocs > 0
}

/**
 * GET `/:id/pdf` of a kind of document: the PDF, set from what was kept when it was issued, so that every download is the
 * same. For its buyer and for managers, and by `?key=` of its order for whoever has that; 401 for other visitors, 404 for
 * anybody else and for another school's.
 */
export const documentPdf = ({ collection, orderOf, textOf }: Kind) =>
  publicEndpoint({
    input: z.object({ id: z.uuid(), key: z.string().max(200).optional() }),
    method: 'get',
    path: '/:id/pdf',
    run: async ({ input: { id, key }, req, tenant }) => {
      const now = new Date()
      gate({ headers: req.headers, now, tenant })
      const order = await orderOf({ id, req, tenant })
      const hasKey = order !== null && opensOrder({ key, now, order, tenant })
      if (!hasKey && !req.user) {
        throw new SignInRequired()
      }
      const isTheirs = hasKey || (await mayRead({ id, collection, req }))
      const text = isTheirs ? await textOf({ id, req, tenant }) : null
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
