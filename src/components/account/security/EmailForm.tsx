'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Text } from '@/components/ui/Text'
import { emailFault } from '@/domain/identity/credentials'

import type { FormErrors } from '../../identity/AuthForm'

import { AuthForm } from '../../identity/AuthForm'
import { EmailField, PasswordField } from '../../identity/fields'
import { useCredentialText } from '../../identity/useCredentialText'
import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'

/** Another address: asked for with the password, and taken once the link sent there is opened. */
export const EmailForm = ({ email }: { email: string }) => {
  const t = useTranslations('account.security')
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const [sentTo, setSentTo] = useState<null | string>(null)

  const send = async (values: Record<string, string>): Promise<FormErrors> => {
    const body = { email: values.email?.trim(), password: values.password }
    const answer = await callApi<{ email: string }>('/api/account/email', { body })
    if (answer.ok) {
      setSentTo(answer.data.email)

      return {}
    }
    if (answer.code === 'wrongPassword') {
      return { password: t('wrongPassword') }
    }

    return answer.fields.includes('email')
      ? { email: credentialText('invalidEmail') }
      : { form: errorText(answer.code) }
  }

  return (
    <>
      <Text>
        {t.rich('currentEmail', { email: () => <bdi className="font-semibold">{email}</bdi> })}
      </Text>
      {sentTo && (
        <Alert title={t('emailSentTitle')} tone="success">
          {t('emailSent', { email: sentTo })}
        </Alert>
      )}
      <AuthForm
        check={({ email: to = '', password = '' }) => ({
          email: credentialText(emailFault(to.trim())),
          password: credentialText(password ? null : 'passwordMissing'),
        })}
        isWide={false}
        key={sentTo}
        send={send}
        submit={t('changeEmail')}
      >
        {(errors) => (
          <>
            <EmailField error={errors.email} label={t('newEmail')} />
            <PasswordField error={errors.password} />
          </>
        )}
      </AuthForm>
    </>
  )
}
