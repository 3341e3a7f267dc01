import type { ReactElement } from 'react'

import type { MailData, Template } from '@/domain/mail/templates'
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

/** The reader's language, its words, and the school that writes. */
export type MailContext = { locale: Locale; school: MailSchool; t: MailWords }

export type MailArgs<K extends Template> = MailContext & { data: MailData[K] }

/** A mail: the line an inbox shows, and the letter itself. */
export type MailTemplate<K extends Template> = {
  body: (args: MailArgs<K>) => ReactElement
  subject: (args: MailArgs<K>) => string
}
