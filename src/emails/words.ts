import { createTranslator } from 'next-intl'

import type { Locale } from '@/domain/tenancy/locales'

import en from '@/messages/mail/en.json' with { type: 'json' }
import he from '@/messages/mail/he.json' with { type: 'json' }
import ru from '@/messages/mail/ru.json' with { type: 'json' }

const MESSAGES: Record<Locale, typeof en> = { en, he, ru }

/** The words of every mail in one language. */
export const mailWords = (locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], namespace: 'mail' })

export type MailWords = ReturnType<typeof mailWords>
