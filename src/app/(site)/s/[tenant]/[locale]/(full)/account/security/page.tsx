import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { AccountPart } from '@/components/account/AccountPart'
import { EmailForm } from '@/components/account/security/EmailForm'
import { PasswordForm } from '@/components/account/security/PasswordForm'
import { SessionList } from '@/components/account/security/SessionList'
import { pageParams } from '@/components/shell/pageProps'
import { openSessions } from '@/operations/identity/sessions'
import { currentRequest, signedInAt } from '@/request'
import { currentSchool } from '@/site'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('security.title') }
}

/** How one signs in, with which address, and where one is signed in now. */
export default async function SecurityPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const { id, email, timeZone } = await signedInAt('/account/security')
  const req = await currentRequest()
  const [sessions, school, t] = await Promise.all([
    openSessions({ account: id, req, tenant }),
    currentSchool(tenant),
    getTranslations('account.security'),
  ])

  return (
    <AccountPage lead={t('lead')} title={t('title')}>
      <AccountPart lead={t('passwordLead')} title={t('password')}>
        <PasswordForm />
      </AccountPart>
      <AccountPart lead={t('emailLead')} title={t('email')}>
        <EmailForm email={email} />
      </AccountPart>
      <AccountPart lead={t('sessionsLead')} title={t('sessions')}>
        <SessionList sessions={sessions} timeZone={timeZone ?? school.timeZone} />
      </AccountPart>
    </AccountPage>
  )
}
