import { renderToBuffer } from '@react-pdf/renderer'

import type { InvoiceText } from '@/domain/commerce/invoices'

import { FAMILY, fontsReady } from './fonts'
import { InvoiceSheet } from './InvoiceSheet'

/** Sets an invoice as a PDF of A4 pages; the same text gives the same bytes. */
export const renderInvoice = async (text: InvoiceText): Promise<Buffer> => {
  await fontsReady([FAMILY])

  return renderToBuffer(InvoiceSheet(text))
}
