import { createTranslator } from 'next-intl'

import type { Locale } from '@/domain/tenancy/locales'

import { messagesOf } from '@/i18n/messages'

/** The interface's sentences in one language, as its pages say them. */
export const wordsOf = (locale: Locale) =>
  createTranslator({ locale, messages: messagesOf(locale) })

export type Words = ReturnType<typeof wordsOf>
