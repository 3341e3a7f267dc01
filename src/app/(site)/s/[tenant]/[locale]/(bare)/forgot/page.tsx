import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AuthPage } from '@/components/identity/AuthPage'
import { ForgotForm } from '@/components/identity/ForgotForm'
import { pageParams } from '@/components/shell/pageProps'
import { TextLink } from '@/components/ui/TextLink'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('auth'))('forgotTitle') }
}

/** Asking for a link to choose a new password. */
export default async function ForgotPage({ params }: PageProps) {
  await pageParams(params)
  const t = await getTranslations('auth')

  return (
    <AuthPage
      foot={<TextLink href="/sign-in">{t('toSignIn')}</TextLink>}
      lead={t('forgotLead')}
      title={t('forgotTitle')}
    >
      <ForgotForm />
    </AuthPage>
  )
}
