import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AuthPage } from '@/components/identity/AuthPage'
import { TeachingInvitation } from '@/components/identity/teach/TeachingInvitation'
import { pageParams } from '@/components/shell/pageProps'

export const dynamic = 'force-static'

/** The address holds a token, which no other site should learn. */
export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return {
    referrer: 'no-referrer',
    robots: 'noindex',
    title: (await getTranslations('auth.teach'))('title'),
  }
}

/** Where the link of an invitation into the team of a course leads. */
export default async function TeachPage({ params }: PageProps) {
  await pageParams(params)
  const t = await getTranslations('auth.teach')

  return (
    <AuthPage lead={t('lead')} title={t('title')}>
      <TeachingInvitation />
    </AuthPage>
  )
}
