import type { Locale } from '../tenancy/locales'
import type { Taxation } from './tax/taxed'

/** Who sells, as an invoice names it. */
type InvoiceSeller = {
  /** Colour of the school's brand, `#rrggbb`. */
  accent: string
  address: null | string
  email: null | string
  /** The legal name, or the school's own where none is set. */
  name: string
  /** What stands at the foot of each invoice. */
  note: null | string
  taxId: null | string
}

/** What a buyer may ask to stand on the invoice. */
export type Billing = {
  address?: null | string
  company?: null | string
  /** ISO 3166-1 code; tax is charged by it. */
  country?: null | string
  postalCode?: null | string
  /** A part of the country that has a tax of its own. */
  region?: null | string
  vatId?: null | string
}

/** Who bought, as an invoice names them. */
type InvoiceBuyer = Billing & { email: string; name: string }

/** One line of an invoice, in minor units: `total` is `base` less `discount`, plus `tax` unless prices hold it. */
export type InvoiceLine = {
  base: number
  discount: number
  tax: number
  title: string
  total: number
}

/** Everything that is printed on an invoice, as it was when it was issued. Amounts in minor units of `currency`. */
export type InvoiceText = Omit<InvoiceLine, 'title'> & {
  buyer: InvoiceBuyer
  coupon: null | string
  /** Set where it is a credit note: the number of the invoice that it takes from, and why. */
  credits?: { invoice: string; reason: null | string }
  currency: string
  issuedAt: Date
  lines: InvoiceLine[]
  locale: Locale
  number: string
  order: string
  seller: InvoiceSeller
  /** How it was taxed; null where the school charges no tax. */
  taxation: null | PrintedTaxation
  timeZone: string
}

/** What an invoice says of its tax. */
type PrintedTaxation = Pick<Taxation, 'isIncluded' | 'taxes' | 'treatment'>

/** What stands before an invoice's number where a school has chosen nothing. */
const USUAL_PREFIX = 'INV-'

const LEAST_DIGITS = 4

/** A credit note's number as it is printed: `CN-0007`. `sequence` counts the school's credit notes from 1. */
export const creditNoteNumber = (sequence: number): string =>
  `CN-${String(sequence).padStart(LEAST_DIGITS, '0')}`

/** An invoice's number as it is printed: `INV-0042`. `sequence` counts the school's invoices from 1. */
export const invoiceNumber = ({
  prefix,
  sequence,
}: {
  prefix: null | string
  sequence: number
}): string => `${prefix || USUAL_PREFIX}${String(sequence).padStart(LEAST_DIGITS, '0')}`
