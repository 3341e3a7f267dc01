import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { AccountPart } from '@/components/account/AccountPart'
import { PrivacyForm } from '@/components/account/PrivacyForm'
import { pageParams } from '@/components/shell/pageProps'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Text } from '@/components/ui/Text'
import { readProfile } from '@/operations/identity/profile'
import { currentRequest, signedInAt } from '@/request'
import { currentSchool } from '@/site'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('privacy.title') }
}

/** Who sees one's profile, and what the school keeps. */
export default async function PrivacyPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const { id } = await signedInAt('/account/privacy')
  const [profile, { supportEmail }, t] = await Promise.all([
    readProfile({ account: id, req: await currentRequest() }),
    currentSchool(tenant),
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
      <AccountPart lead={t('dataLead')} title={t('data')}>
        <ButtonLink
          className="self-start"
          download
          href="/api/account/data"
          prefetch={false}
          variant="secondary"
        >
          {t('download')}
        </ButtonLink>
      </AccountPart>
      <AccountPart title={t('erase')}>
        <Text tone="muted">
          {supportEmail ? t('eraseBody', { email: supportEmail }) : t('eraseBodyPlain')}
        </Text>
      </AccountPart>
    </AccountPage>
  )
}
