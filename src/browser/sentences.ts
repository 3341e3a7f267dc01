import type { AbstractIntlMessages } from 'next-intl'

import type { Locale } from '@/domain/tenancy/locales'

/** The sentences that islands say, by language; the build leaves out of each file what no document needs. */
export const SENTENCES: Record<Locale, () => Promise<{ default: AbstractIntlMessages }>> = {
  en: () => import('@/messages/en.json'),
  he: () => import('@/messages/he.json'),
  ru: () => import('@/messages/ru.json'),
}
