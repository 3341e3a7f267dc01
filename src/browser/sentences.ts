import type { AbstractIntlMessages } from 'next-intl'

import type { Locale } from '@/domain/tenancy/locales'

type Sentences = Record<Locale, () => Promise<{ default: AbstractIntlMessages }>>

/** The sentences that islands say, by language; the build leaves out of each file what no document needs. */
export const SENTENCES: Sentences = {
  en: () => import('@/messages/en.json'),
  he: () => import('@/messages/he.json'),
  ru: () => import('@/messages/ru.json'),
}

/** What forms say besides; the build takes them from the same files. */
export const FORM_SENTENCES: Sentences = {
  en: () => import('@/messages/en.form.json'),
  he: () => import('@/messages/he.form.json'),
  ru: () => import('@/messages/ru.form.json'),
}
