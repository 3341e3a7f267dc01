import type { ReactElement } from 'react'

import type { Locale } from '@/domain/tenancy/locales'

import type { MailWords } from './words'

/** What a mail shows of its school. `accent` is `#rrggbb`; `url` and `logoUrl` are absolute. */
export type MailSchool = {
  accent: string
  logoUrl?: string
  name: string
  /** Dates are written in this IANA time zone; UTC when absent. */
  timeZone?: string
  url: string
}

/** `amount` is in minor units of the receipt's currency. */
export type ReceiptLine = { amount: number; title: string }

/** What each template needs. Every `url` is absolute and becomes the mail's one button. */
export type MailData = {
  alreadyRegistered: { name: string; url: string }
  certificate: { course: string; name: string; url: string; verifyUrl: string }
  confirm: { name: string; url: string }
  enrolled: { course: string; name: string; url: string }
  /** Amounts in minor units of `currency` (ISO 4217); `discount` is 0 or positive, and taken off. */
  receipt: {
    coupon?: string
    currency: string
    discount: number
    lines: ReceiptLine[]
    name: string
    number: string
    paidAt: Date
    total: number
    url: string
  }
  reset: { name: string; url: string }
}

export type Template = keyof MailData

/** The reader's language, its words, and the school that writes. */
export type MailContext = { locale: Locale; school: MailSchool; t: MailWords }

export type MailArgs<K extends Template> = MailContext & { data: MailData[K] }

/** A mail: the line an inbox shows, and the letter itself. */
export type MailTemplate<K extends Template> = {
  body: (args: MailArgs<K>) => ReactElement
  subject: (args: MailArgs<K>) => string
}
