import { invoiceText, orderOfInvoice } from '@/operations/commerce/invoices'

import { documentPdf } from './documents'

/** Endpoints below /api/invoices, which Payload looks for in the collection itself: `/invoices/:id.pdf` leads to the one. */
export const invoiceEndpoints = [
  documentPdf({ collection: 'invoices', orderOf: orderOfInvoice, textOf: invoiceText }),
] as const
