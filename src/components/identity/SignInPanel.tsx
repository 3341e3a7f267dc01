'use client'

import { useTranslations } from 'next-intl'

import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { withNext } from '@/domain/identity/nextPath'

import { useQuery } from '../shell/useQuery'
import { AuthPage } from './AuthPage'
import { SignInForm } from './SignInForm'

/** The page for signing in. `isOpen` says whether visitors may make an account here. */
export const SignInPanel = ({
  home,
  isOpen,
  school,
}: {
  home: string
  isOpen: boolean
  school: string
}) => {
  const t = useTranslations('auth')
  const next = useQuery()?.get('next') ?? null

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
      <SignInForm home={home} next={next} />
    </AuthPage>
  )
}
