'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Field } from '@/components/ui/Field'
import { PasswordInput } from '@/components/ui/PasswordInput'
import { isPasswordFault, passwordFault } from '@/domain/identity/credentials'

import type { FormErrors } from '../../identity/AuthForm'

import { AuthForm } from '../../identity/AuthForm'
import { NewPasswordField } from '../../identity/fields'
import { useCredentialText } from '../../identity/useCredentialText'
import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'

/** Another password, for whoever knows the one before; everybody else is signed out by it. */
export const PasswordForm = () => {
  const t = useTranslations('account.security')
  const auth = useTranslations('auth')
  const router = useRouter()
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const [done, setDone] = useState(0)

  const check = ({ current = '', password = '' }: Record<string, string>): FormErrors => ({
    current: current ? undefined : auth('passwordMissing'),
    password: credentialText(passwordFault(password)),
  })
  const send = async ({ current, password }: Record<string, string>): Promise<FormErrors> => {
    const answer = await callApi('/api/auth/change-password', {
      body: { currentPassword: current, newPassword: password },
    })
    if (!answer.ok) {
      return answer.code === 'INVALID_PASSWORD'
        ? { current: t('wrongPassword') }
        : { [isPasswordFault(answer.code) ? 'password' : 'form']: errorText(answer.code) }
    }
    setDone((times) => times + 1)
    router.refresh()

    return {}
  }

  return (
    <>
      {done > 0 && <Alert tone="success">{t('passwordChanged')}</Alert>}
      <AuthForm
        check={check}
        isWide={false}
        // A new form once it is done: no password stays in the page.
        key={done}
        send={send}
        submit={t('changePassword')}
      >
        {(errors) => (
          <>
            <Field error={errors.current} label={t('currentPassword')} required>
              <PasswordInput autoComplete="current-password" name="current" />
            </Field>
            <NewPasswordField error={errors.password} label={auth('newPassword')} />
          </>
        )}
      </AuthForm>
    </>
  )
}
