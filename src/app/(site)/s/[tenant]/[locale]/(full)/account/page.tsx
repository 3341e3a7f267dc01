import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { AccountPart } from '@/components/account/AccountPart'
import { LooksForm } from '@/components/account/LooksForm'
import { PictureField } from '@/components/account/PictureField'
import { ProfileForm } from '@/components/account/ProfileForm'
import { pageParams } from '@/components/shell/pageProps'
import { TextLink } from '@/components/ui/TextLink'
import { readProfile } from '@/operations/identity/profile'
import { currentRequest, signedInAt } from '@/request'
import { currentSchool } from '@/site'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('profile.title') }
}

/** Who one is to the school, in which language and in which time zone. */
export default async function ProfilePage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const { id } = await signedInAt('/account')
  const [profile, { locale, timeZone }, t, looks] = await Promise.all([
    readProfile({ account: id, req: await currentRequest() }),
    currentSchool(tenant),
    getTranslations('account.profile'),
    getTranslations('account.looks'),
  ])
  if (!profile) {
    notFound()
  }

  return (
    <AccountPage lead={t('lead')} title={t('title')}>
      <AccountPart title={t('picture')}>
        <PictureField name={profile.name} picture={profile.picture} />
      </AccountPart>
      <AccountPart title={t('about')}>
        <ProfileForm profile={profile} school={{ locale, timeZone }} />
        <TextLink
          className="inline-flex min-h-target items-center self-start"
          href={`/people/${profile.id}`}
          prefetch={false}
        >
          {t('seeProfile')}
        </TextLink>
      </AccountPart>
      <AccountPart lead={looks('lead')} title={looks('title')}>
        <LooksForm />
      </AccountPart>
    </AccountPage>
  )
}
