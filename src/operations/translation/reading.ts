import type { PayloadRequest } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'

import { tenantOfHost } from '@/database/hosts'
import { furtherLanguage, localeAsked } from '@/domain/tenancy/locales'

import type { Language } from './textIn'

import { languagesOf } from './store'

type Reading = { language?: Language }

/** The same request, reading what a school wrote in `language`; null reads it as it was written. */
export const reading = <Req extends PayloadRequest>(req: Req, language: Language): Req => {
  ;(req.context as Reading).language = language

  return req
}

/** What a school has to say to somebody who reads `locale`: a further language of it, or null for its own; one statement. */
export const languageFor = async ({
  locale,
  req,
  tenant,
}: {
  locale: Locale | null
  req: PayloadRequest
  tenant: string
}): Promise<Language> => {
  if (locale === null) {
    return null
  }
  const { languages, own } = await languagesOf({ req, tenant })

  return furtherLanguage({ languages, locale: own }, locale)
}

/**
 * The language in which whoever asks reads what a school wrote: one of the school's further languages, or
 * null for its own and for any that it does not write. What pages keep for everybody says it by `reading`;
 * any other request is asked for its host and its cookie.
 */
export const languageOf = async (req: PayloadRequest): Promise<Language> => {
  const context = req.context as Reading
  if (context.language === undefined) {
    const tenant = await tenantOfHost(req.headers.get('host') ?? undefined)
    const cookie = req.headers.get('cookie') ?? undefined
    context.language = tenant && furtherLanguage(tenant, localeAsked(cookie, tenant.locale))
  }

  return context.language
}
