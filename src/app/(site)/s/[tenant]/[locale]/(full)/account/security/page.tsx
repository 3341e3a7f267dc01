import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { AccountPart } from '@/components/account/AccountPart'
import { EmailForm } from '@/components/account/security/EmailForm'
import { PasskeyPart } from '@/components/account/security/passkeys/PasskeyPart'
import { ProviderPart } from '@/components/account/security/providers/ProviderPart'
import { PasswordForm } from '@/components/account/security/PasswordForm'
import { SecondFactorPart } from '@/components/account/security/factor/SecondFactorPart'
import { SessionList } from '@/components/account/security/SessionList'
import { pageParams } from '@/components/shell/pageProps'
import { connectionsOf } from '@/operations/identity/connectedProviders'
import { hasPassword } from '@/operations/identity/credentials'
import { passkeysOf } from '@/operations/identity/passkeys'
import { readSecondFactor } from '@/operations/identity/secondFactor'
import { openSessions } from '@/operations/identity/sessions'
import { currentRequest, signedInAt } from '@/request'
import { currentSchool } from '@/site'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('security.title') }
}

/** How one signs in, with which address, and where one is signed in now. */
export default async function SecurityPage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)
  const { id, email, timeZone } = await signedInAt('/account/security')
  const req = await currentRequest()
  const [sessions, connections, passkeys, factor, needsPassword, school, t] = await Promise.all([
    openSessions({ account: id, locale, req, tenant }),
    connectionsOf({ account: id, req, tenant }),
    passkeysOf({ account: id, req }),
    readSecondFactor({ account: id, req }),
    hasPassword({ account: id, req }),
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
      <AccountPart lead={t('passkeys.lead')} title={t('passkeys.title')}>
        <PasskeyPart
          needsPassword={needsPassword}
          passkeys={passkeys}
          timeZone={timeZone ?? school.timeZone}
        />
      </AccountPart>
      {connections.connected.length + connections.offered.length > 0 && (
        <AccountPart lead={t('providers.lead')} title={t('providers.title')}>
          <ProviderPart
            connections={connections}
            needsPassword={needsPassword}
            timeZone={timeZone ?? school.timeZone}
          />
        </AccountPart>
      )}
      <AccountPart lead={t('factor.lead')} title={t('factor.title')}>
        <SecondFactorPart factor={factor} needsPassword={needsPassword} />
      </AccountPart>
      <AccountPart lead={t('sessionsLead')} title={t('sessions')}>
        <SessionList sessions={sessions} timeZone={timeZone ?? school.timeZone} />
      </AccountPart>
    </AccountPage>
  )
}
