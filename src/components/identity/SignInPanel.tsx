'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { SignInStep } from '@/domain/identity/signIn'
import type { OfferedOrganisation, OfferedProvider } from '@/domain/tenancy/offeredProviders'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Divider } from '@/components/ui/Divider'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { nextPath, withNext } from '@/domain/identity/nextPath'
import { organisationOf } from '@/domain/identity/signInProviders'

import { AcceptedTexts } from '../shell/AcceptedTexts'
import { useErrorText } from '../shell/useErrorText'
import { useQuery } from '../shell/useQuery'
import { arrive } from './arrive'
import { AuthPage } from './AuthPage'
import { MailSignIn } from './mail/MailSignIn'
import { PasskeySignIn } from './passkey/PasskeySignIn'
import { OrganisationButton } from './providers/OrganisationButton'
import { ProviderButtons } from './providers/ProviderButtons'
import { RefusalAlert } from './providers/RefusalAlert'
import { sendToProvider } from './providers/sendToProvider'
import { SignInForm } from './SignInForm'
import { SecondStep } from './step/SecondStep'

/** What lets people in here. Owners have their password wherever nobody else has one. */
type Ways = {
  byMail: boolean
  byPasskey: boolean
  byPassword: boolean
  organisations: readonly OfferedOrganisation[]
  providers: readonly OfferedProvider[]
}

/** The second step that an address of the page names. */
const stepIn = (kind: null | string | undefined): null | SignInStep =>
  kind === 'enroll' || kind === 'verify' ? kind : null

/**
 * The page for signing in. `isOpen` says whether visitors may make an account here, `by` what lets in, and `accepted` what whoever comes from a
 * provider for the first time agrees to.
 */
export const SignInPanel = ({
  accepted = [],
  by,
  home,
  isOpen,
  school,
}: {
  accepted?: readonly { slug: string; title: string }[]
  by: Ways
  home: string
  isOpen: boolean
  school: string
}) => {
  const t = useTranslations('auth')
  const ways = useTranslations('signIn')
  const query = useQuery()
  const errorText = useErrorText()
  const next = query?.get('next') ?? null
  const [over, setOver] = useState<null | string>(null)
  const step = over === null ? stepIn(query?.get('step')) : null
  const [isByMail, setByMail] = useState(false)
  const [isOwner, setOwner] = useState(false)
  const [email, setEmail] = useState('')
  const organisation = organisationOf(email.trim(), by.organisations)
  const hasForm = by.byPassword || isOwner

  if (step) {
    return (
      <AuthPage title={t('signInTitle')}>
        <SecondStep
          kind={step}
          onOver={setOver}
          onward={() => location.assign(nextPath(next, home))}
        />
      </AuthPage>
    )
  }

  return (
    <AuthPage
      foot={
        isOpen && (
          <Text>
            {t('noAccount')} <TextLink href={withNext('/sign-up', next)}>{t('createOne')}</TextLink>
          </Text>
        )
      }
      lead={next ? t('signInToContinue') : t('signInLead', { school })}
      title={t('signInTitle')}
    >
      {over && <Alert tone="warning">{errorText(over)}</Alert>}
      {isByMail ? (
        <MailSignIn home={home} next={next} onBack={() => setByMail(false)} />
      ) : (
        <Stack gap={4}>
          <RefusalAlert />
          <ProviderButtons next={next} providers={by.providers} />
          {hasForm && by.providers.length > 0 && <Divider>{ways('or')}</Divider>}
          {hasForm && (
            <SignInForm
              elsewhere={
                organisation && {
                  go: () => sendToProvider(organisation.id, next),
                  isOnly: organisation.isRequired,
                  label: ways('provider.continue', { name: organisation.label }),
                  offer: (
                    <OrganisationButton
                      key={organisation.id}
                      next={next}
                      organisation={organisation}
                    />
                  ),
                }
              }
              hasPasskeys={by.byPasskey}
              home={home}
              next={next}
              onTyped={setEmail}
            />
          )}
          {by.byPasskey && (
            <PasskeySignIn
              isOffered={hasForm}
              onIn={(signedIn) => arrive(signedIn, { home, next })}
            />
          )}
          {by.byMail && (
            <Button onClick={() => setByMail(true)} size="large" variant="secondary" wide>
              {ways(by.byPassword ? 'byMail.choose' : 'byMail.chooseAlone')}
            </Button>
          )}
          {!hasForm && (
            <Button className="self-center" onClick={() => setOwner(true)} variant="quiet">
              {ways('ownerPassword')}
            </Button>
          )}
          {(by.providers.length > 0 || by.organisations.length > 0) && (
            <AcceptedTexts lead={ways('acceptByProvider')} pages={accepted} />
          )}
        </Stack>
      )}
    </AuthPage>
  )
}
