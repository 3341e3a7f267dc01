import type { PayloadRequest } from 'payload'

import type { Billing } from '@/domain/commerce/invoices'

import { floodGate } from '../support/floods'

/** A buyer looks over a purchase some times; a program that tries VAT ids or postal codes out is held back. */
const gate = floodGate({ most: 60, seconds: 60 })

/** Counts a purchase for which others are asked about the buyer, by the caller's address; throws TooMany for a flood of them. */
export const holdTaxQuestions = ({
  billing,
  req,
  tenant,
}: {
  billing?: Billing | null
  req: PayloadRequest
  tenant: string
}): void => {
  if (billing?.vatId || billing?.postalCode) {
    gate({ headers: req.headers, now: new Date(), tenant })
  }
}
