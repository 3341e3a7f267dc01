import { setRequestLocale } from 'next-intl/server'

import { Confirmation } from '@/components/identity/Confirmation'
import { isLocale } from '@/domain/tenancy/locales'

export const dynamic = 'force-static'

/** Where the link of a confirmation mail ends, for accounts of the platform. */
export default async function PlatformConfirmPage({
  params,
}: {
  params: Promise<{ locale: string }>
}) {
  const { locale } = await params
  setRequestLocale(isLocale(locale) ? locale : 'en')

  return <Confirmation home="/admin" />
}
