'use client'

import { useTranslations } from 'next-intl'

import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { withNext } from '@/domain/identity/nextPath'

import { useQuery } from '../shell/useQuery'
import { AuthPage } from './AuthPage'
import { SignUpForm } from './SignUpForm'

/** The page for making an account at a school. */
export const SignUpPanel = ({
  hasCertificates,
  school,
}: {
  hasCertificates: boolean
  school: string
}) => {
  const t = useTranslations('auth')
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
      <SignUpForm hasCertificates={hasCertificates} next={next} />
    </AuthPage>
  )
}
