import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AuthPage } from '@/components/identity/AuthPage'
import { ResetForm } from '@/components/identity/ResetForm'
import { pageParams } from '@/components/shell/pageProps'

export const dynamic = 'force-static'

/** The address holds a token, which no other site should learn. */
export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return {
    referrer: 'no-referrer',
    robots: 'noindex',
    title: (await getTranslations('auth'))('welcomeTitle'),
  }
}

/** Where somebody who bought as a guest chooses a first password, by the link of a mail. */
export default async function SetPasswordPage({ params }: PageProps) {
  await pageParams(params)
  const t = await getTranslations('auth')

  return (
    <AuthPage lead={t('welcomeLead')} title={t('welcomeTitle')}>
      <ResetForm isFirst />
    </AuthPage>
  )
}
