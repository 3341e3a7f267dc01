'use client'

import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { withNext } from '@/domain/identity/nextPath'

import { useQuery } from '../shell/useQuery'
import { AuthPage } from './AuthPage'

/** What stands in the place of signing up where a school makes the accounts itself: the way in, and whom to ask. */
export const SignUpClosed = ({ contact, school }: { contact: null | string; school: string }) => {
  const t = useTranslations('auth')
  const next = useQuery()?.get('next') ?? null

  return (
    <AuthPage
      foot={
        contact && (
          <Text>
            {t('closedContact')} <TextLink href={`mailto:${contact}`}>{contact}</TextLink>
          </Text>
        )
      }
      lead={t('closedLead', { school })}
      title={t('closedTitle')}
    >
      <ButtonLink className="self-start" href={withNext('/sign-in', next)} size="large">
        {t('signIn')}
      </ButtonLink>
    </AuthPage>
  )
}
