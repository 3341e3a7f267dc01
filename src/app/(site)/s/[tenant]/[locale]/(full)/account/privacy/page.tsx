import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { AccountPart } from '@/components/account/AccountPart'
import { ConsentsPart } from '@/components/account/ConsentsPart'
import { ErasurePart } from '@/components/account/ErasurePart'
import { ExportPart } from '@/components/account/ExportPart'
import { PrivacyForm } from '@/components/account/PrivacyForm'
import { pageParams } from '@/components/shell/pageProps'
import { consentsOf } from '@/operations/identity/consents'
import { readErasure } from '@/operations/identity/erasure'
import { readProfile } from '@/operations/identity/profile'
import { dataExports } from '@/operations/privacy/dataExports'
import { currentRequest, signedInAt } from '@/request'
import { currentSchool } from '@/site'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('privacy.title') }
}

/** Who sees one's profile, what the school keeps, and the way out. */
export default async function PrivacyPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const { id } = await signedInAt('/account/privacy')
  const of = { account: id, req: await currentRequest() }
  const [profile, erasure, exports, consents, { timeZone }, t] = await Promise.all([
    readProfile(of),
    readErasure({ ...of, tenant }),
    dataExports({ ...of, asker: id, tenant }),
    consentsOf(of),
    currentSchool(tenant),
    getTranslations('account.privacy'),
  ])
  if (!profile || !erasure) {
    notFound()
  }

  return (
    <AccountPage lead={t('lead')} title={t('title')}>
      <AccountPart lead={t('profileLead')} title={t('profile')}>
        <PrivacyForm profile={profile} />
      </AccountPart>
      <AccountPart lead={t('consents.lead')} title={t('consents.title')}>
        <ConsentsPart states={consents} timeZone={timeZone} />
      </AccountPart>
      <AccountPart lead={t('dataLead')} title={t('data')}>
        <ExportPart known={exports} timeZone={timeZone} />
      </AccountPart>
      {erasure.erasesAt === null && <ErasurePart erasure={erasure} />}
    </AccountPage>
  )
}
