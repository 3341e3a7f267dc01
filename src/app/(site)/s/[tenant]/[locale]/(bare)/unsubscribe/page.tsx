import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AuthPage } from '@/components/identity/AuthPage'
import { Unsubscribe } from '@/components/identity/LinkAction'
import { pageParams } from '@/components/shell/pageProps'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('auth'))('unsubscribe.title') }
}

/** Where the link at the foot of a mail leads. */
export default async function UnsubscribePage({ params }: PageProps) {
  await pageParams(params)
  const t = await getTranslations('auth.unsubscribe')

  return (
    <AuthPage lead={t('lead')} title={t('title')}>
      <Unsubscribe />
    </AuthPage>
  )
}
