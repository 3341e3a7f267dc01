import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AuthPage } from '@/components/identity/AuthPage'
import { LinkSignIn } from '@/components/identity/mail/LinkSignIn'
import { pageParams } from '@/components/shell/pageProps'

export const dynamic = 'force-static'

/** The address holds a token, which no other site should learn. */
export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return {
    referrer: 'no-referrer',
    robots: 'noindex',
    title: (await getTranslations('auth'))('signInTitle'),
  }
}

/** Signing in by the link of a mail. */
export default async function SignInLinkPage({ params }: PageProps) {
  await pageParams(params)
  const [t, ways] = await Promise.all([getTranslations('auth'), getTranslations('signIn')])

  return (
    <AuthPage lead={ways('byMail.openLead')} title={t('signInTitle')}>
      <LinkSignIn home="/dashboard" />
    </AuthPage>
  )
}
