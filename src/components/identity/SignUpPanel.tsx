'use client'

import { useTranslations } from 'next-intl'

import type { OfferedProvider } from '@/domain/tenancy/offeredProviders'

import { Divider } from '@/components/ui/Divider'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { withNext } from '@/domain/identity/nextPath'

import { AcceptedTexts } from '../shell/AcceptedTexts'
import { useQuery } from '../shell/useQuery'
import { AuthPage } from './AuthPage'
import { ProviderButtons } from './providers/ProviderButtons'
import { SignUpForm } from './SignUpForm'

/** The page for making an account at a school. */
export const SignUpPanel = ({
  accepted,
  by: { byPassword, providers },
  hasCertificates,
  school,
}: {
  accepted: readonly { slug: string; title: string }[]
  by: { byPassword: boolean; providers: readonly OfferedProvider[] }
  hasCertificates: boolean
  school: string
}) => {
  const t = useTranslations('auth')
  const ways = useTranslations('signIn')
  const next = useQuery()?.get('next') ?? null

  return (
    <AuthPage
      foot={
        <Text>
          {t('haveAccount')} <TextLink href={withNext('/sign-in', next)}>{t('signIn')}</TextLink>
        </Text>
      }
      lead={t('signUpLead', { school })}
      title={t('signUpTitle')}
    >
      <Stack gap={4}>
        <ProviderButtons next={next} providers={providers} />
        {byPassword && providers.length > 0 && <Divider>{ways('or')}</Divider>}
        {byPassword && <SignUpForm hasCertificates={hasCertificates} next={next} />}
        <AcceptedTexts lead={ways('acceptBySigningUp')} pages={accepted} />
      </Stack>
    </AuthPage>
  )
}
