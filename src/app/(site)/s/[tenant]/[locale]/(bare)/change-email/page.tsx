import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AuthPage } from '@/components/identity/AuthPage'
import { EmailChange } from '@/components/identity/LinkAction'
import { pageParams } from '@/components/shell/pageProps'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('auth'))('changeEmail.title') }
}

/** Where the link in the mail to a new address leads. */
export default async function EmailChangePage({ params }: PageProps) {
  await pageParams(params)
  const t = await getTranslations('auth.changeEmail')

  return (
    <AuthPage lead={t('lead')} title={t('title')}>
      <EmailChange />
    </AuthPage>
  )
}
