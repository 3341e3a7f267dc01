import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { SignUpPanel } from '@/components/identity/SignUpPanel'
import { pageParams } from '@/components/shell/pageProps'
import { currentSchool } from '@/site'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('auth'))('signUpTitle') }
}

/** Making an account at a school. */
export default async function SignUpPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const { name } = await currentSchool(tenant)

  return <SignUpPanel school={name} />
}
