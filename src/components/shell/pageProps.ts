import { setRequestLocale } from 'next-intl/server'

import type { Locale } from '@/domain/tenancy/locales'

import { isLocale } from '@/domain/tenancy/locales'

/** What every page of a school is told by its address; `Rest` names further segments. */
export type PageProps<Rest extends string = never> = {
  params: Promise<Record<'locale' | 'tenant' | Rest, string>>
}

/** The page's parameters, with its language made known to the translations of this render. */
export const pageParams = async <Rest extends string = never>(
  params: PageProps<Rest>['params'],
): Promise<{ locale: Locale; tenant: string } & Record<Rest, string>> => {
  const given = await params
  const locale = isLocale(given.locale) ? given.locale : 'en'
  setRequestLocale(locale)

  return { ...given, locale }
}
