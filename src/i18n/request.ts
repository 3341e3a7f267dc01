import { getRequestConfig } from 'next-intl/server'

import { isLocale } from '@/domain/tenancy/locales'

import { messagesOf } from './messages'

/** The language of a request: the page's `[locale]` segment (or `setRequestLocale`), else English. Times are UTC until the reader's zone is known. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = isLocale(asked) ? asked : 'en'

  return { locale, messages: messagesOf(locale), timeZone: 'UTC' }
})
