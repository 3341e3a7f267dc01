import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { AccountPart } from '@/components/account/AccountPart'
import { PrivacyForm } from '@/components/account/PrivacyForm'
import { pageParams } from '@/components/shell/pageProps'
import { readProfile } from '@/operations/identity/profile'
import { currentRequest, signedInAt } from '@/request'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('privacy.title') }
}

/** Who sees one's profile. */
export default async function PrivacyPage({ params }: PageProps) {
  await pageParams(params)
  const { id } = await signedInAt('/account/privacy')
  const [profile, t] = await Promise.all([
    readProfile({ account: id, req: await currentRequest() }),
    getTranslations('account.privacy'),
  ])
  if (!profile) {
    notFound()
  }

  return (
    <AccountPage lead={t('lead')} title={t('title')}>
      <AccountPart lead={t('profileLead')} title={t('profile')}>
        <PrivacyForm profile={profile} />
      </AccountPart>
    </AccountPage>
  )
}
