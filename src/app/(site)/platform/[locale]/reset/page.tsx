import { getTranslations, setRequestLocale } from 'next-intl/server'

import { AuthPage } from '@/components/identity/AuthPage'
import { ResetForm } from '@/components/identity/ResetForm'
import { isLocale } from '@/domain/tenancy/locales'

export const dynamic = 'force-static'

/** The same page as a school's, for accounts of the platform. */
export default async function PlatformResetPage({
  params,
}: {
  params: Promise<{ locale: string }>
}) {
  const { locale } = await params
  setRequestLocale(isLocale(locale) ? locale : 'en')
  const t = await getTranslations('auth')

  return (
    <AuthPage lead={t('resetLead')} title={t('resetTitle')}>
      <ResetForm />
    </AuthPage>
  )
}
