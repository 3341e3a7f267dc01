import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { SignUpClosed } from '@/components/identity/SignUpClosed'
import { SignUpPanel } from '@/components/identity/SignUpPanel'
import { pageParams } from '@/components/shell/pageProps'
import { schoolFor, signUpTexts } from '@/site'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('auth'))('signUpTitle') }
}

/** Making an account at a school, or why there is none to be made. */
export default async function SignUpPage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)
  const { name, features, signIn, supportEmail } = await schoolFor({ locale, tenant })

  const isOpen = features.registration && (signIn.byPassword || signIn.providers.length > 0)

  return isOpen ? (
    <SignUpPanel
      accepted={await signUpTexts({ locale, tenant })}
      by={signIn}
      hasCertificates={features.certificates}
      school={name}
    />
  ) : (
    <SignUpClosed contact={supportEmail} school={name} />
  )
}
