import type { Metadata } from 'next'

import { getTranslations, setRequestLocale } from 'next-intl/server'

import { SignInPanel } from '@/components/identity/SignInPanel'
import { isLocale } from '@/domain/tenancy/locales'

export const dynamic = 'force-static'

const BY = { byMail: false, byPasskey: true, byPassword: true, organisations: [], providers: [] }

type Props = { params: Promise<{ locale: string }> }

const translated = async (params: Props['params']) => {
  const { locale } = await params
  setRequestLocale(isLocale(locale) ? locale : 'en')
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  await translated(params)

  return { title: (await getTranslations('auth'))('signInTitle') }
}

/** Where the platform's own staff sign in. */
export default async function PlatformSignInPage({ params }: Props) {
  await translated(params)
  const t = await getTranslations('platform')

  return <SignInPanel by={BY} home="/admin" isOpen={false} school={t('title')} />
}
