import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { SignInPanel } from '@/components/identity/SignInPanel'
import { pageParams } from '@/components/shell/pageProps'
import { schoolFor, signUpTexts } from '@/site'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('auth'))('signInTitle') }
}

/** Signing in to a school. */
export default async function SignInPage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)
  const { name, features, signIn } = await schoolFor({ locale, tenant })

  const sendsElsewhere = signIn.providers.length > 0 || signIn.organisations.length > 0

  return (
    <SignInPanel
      accepted={sendsElsewhere ? await signUpTexts({ locale, tenant }) : []}
      by={signIn}
      home="/dashboard"
      isOpen={features.registration}
      school={name}
    />
  )
}
