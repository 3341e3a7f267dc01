'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { isPasswordFault, passwordFault } from '@/domain/identity/credentials'
import { withNext } from '@/domain/identity/nextPath'

import { useErrorText } from '../shell/useErrorText'
import { useQuery } from '../shell/useQuery'
import { AuthForm } from './AuthForm'
import { resetPassword } from './authApi'
import { NewPasswordField } from './fields'
import { useCredentialText } from './useCredentialText'

/**
 * Sets a password by the token in the page's address, a first one where `isFirst`; a link that does not
 * hold leads to a new one.
 */
export const ResetForm = ({ isFirst = false }: { isFirst?: boolean }) => {
  const t = useTranslations('auth')
  const query = useQuery()
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const [state, setState] = useState<'asked' | 'done' | 'failed'>('asked')
  const next = query?.get('next') ?? null
  const token = query?.get('token') ?? ''
  if (state === 'done') {
    return (
      <Alert
        action={<ButtonLink href={withNext('/sign-in', next)}>{t('signIn')}</ButtonLink>}
        title={t(isFirst ? 'welcomeDoneTitle' : 'resetDoneTitle')}
        tone="success"
      >
        {t(isFirst ? 'welcomeDoneBody' : 'resetDoneBody')}
      </Alert>
    )
  }
  if (state === 'failed' || (query && !token)) {
    return (
      <Alert
        action={<ButtonLink href={withNext('/forgot', next)}>{t('askAgain')}</ButtonLink>}
        title={t('resetFailedTitle')}
        tone="warning"
      >
        {t('resetFailedBody')}
      </Alert>
    )
  }

  const send = async ({ password = '' }: Record<string, string>) => {
    const answer = await resetPassword({ newPassword: password, token })
    if (answer.ok || answer.code === 'INVALID_TOKEN') {
      setState(answer.ok ? 'done' : 'failed')

      return
    }

    const text = errorText(answer.code)

    return isPasswordFault(answer.code) ? { password: text } : { form: text }
  }

  return (
    <AuthForm
      check={({ password = '' }) => ({ password: credentialText(passwordFault(password)) })}
      send={send}
      submit={t(isFirst ? 'welcomeSubmit' : 'resetSubmit')}
    >
      {(errors) => (
        <NewPasswordField error={errors.password} label={t(isFirst ? 'password' : 'newPassword')} />
      )}
    </AuthForm>
  )
}
