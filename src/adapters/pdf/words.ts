import { createTranslator } from 'next-intl'

import type { Locale } from '@/domain/tenancy/locales'

import en from '@/messages/mail/en.json' with { type: 'json' }
import he from '@/messages/mail/he.json' with { type: 'json' }
import ru from '@/messages/mail/ru.json' with { type: 'json' }

const MESSAGES: Record<Locale, typeof en> = { en, he, ru }

/** The words printed on a certificate, in one language. */
export const pdfWords = (locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], namespace: 'pdf' })

/** The words printed on an invoice, in one language. */
export const invoiceWords = (locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], namespace: 'invoice' })
