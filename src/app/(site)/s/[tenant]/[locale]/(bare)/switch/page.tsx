import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AuthPage } from '@/components/identity/AuthPage'
import { SchoolSwitch } from '@/components/identity/SchoolSwitch'
import { pageParams } from '@/components/shell/pageProps'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return {
    referrer: 'no-referrer',
    robots: 'noindex',
    title: (await getTranslations('signIn.switch'))('title'),
  }
}

/** Where one comes from a linked school. */
export default async function SwitchPage({ params }: PageProps) {
  await pageParams(params)
  const t = await getTranslations('signIn.switch')

  return (
    <AuthPage title={t('title')}>
      <SchoolSwitch home="/dashboard" />
    </AuthPage>
  )
}
