import type { ReactNode } from 'react'

import type { MailData, Template } from '@/domain/mail/templates'
import type { Values } from '@/domain/mail/words'
import type { Locale } from '@/domain/tenancy/locales'
import type { Box } from '@/domain/tenancy/theme/logo'
import type { Look } from '@/domain/tenancy/theme/palette'

import type { MailWords } from './words'

/** What a mail shows of its school. `url` and those of the logo are absolute, its size is in pixels. */
export type MailSchool = Look & {
  logo?: Box & { darkUrl?: string; url: string }
  name: string
  /** Dates are written in this IANA time zone; UTC when absent. */
  timeZone?: string
  url: string
}

/** The reader's language, its words, and the school that writes. */
export type MailContext = {
  locale: Locale
  school: MailSchool
  t: MailWords
  /** In mails that their reader may do without. */
  unsubscribeUrl?: string
}

export type MailArgs<K extends Template> = MailContext & { data: MailData[K] }

/**
 * What a mail has besides its words: what stands between them and the button, what stands under the
 * button, and what its placeholders stand for. Every mail knows `name` and `school`.
 */
export type MailTemplate<K extends Template> = {
  details?: (args: MailArgs<K>) => ReactNode
  note?: (args: MailArgs<K>) => ReactNode
  values: (args: MailArgs<K>) => Omit<Values<K>, 'name' | 'school'>
}
