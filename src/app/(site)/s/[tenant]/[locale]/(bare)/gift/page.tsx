import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { ReceivedGift } from '@/components/commerce/gifts/ReceivedGift'
import { AuthPage } from '@/components/identity/AuthPage'
import { pageParams } from '@/components/shell/pageProps'

export const dynamic = 'force-static'

/** The address holds a key, which no other site should learn. */
export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return {
    referrer: 'no-referrer',
    robots: 'noindex',
    title: (await getTranslations('gifts'))('title'),
  }
}

/** Where the link of a gift leads. */
export default async function GiftPage({ params }: PageProps) {
  await pageParams(params)
  const t = await getTranslations('gifts')

  return (
    <AuthPage title={t('title')}>
      <ReceivedGift />
    </AuthPage>
  )
}
