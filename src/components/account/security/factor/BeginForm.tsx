'use client'

import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { PasswordInput } from '@/components/ui/PasswordInput'
import type { NewSecret } from '@/operations/identity/secondFactor'

import type { FormErrors } from '../../../identity/AuthForm'

import { AuthForm } from '../../../identity/AuthForm'
import { useCredentialText } from '../../../identity/useCredentialText'
import { callApi } from '../../../shell/api'
import { useErrorText } from '../../../shell/useErrorText'

/** Asks who it is before a second step is set up: by the password, where there is one. */
export const BeginForm = ({
  needsPassword,
  onBegun,
  onCancel,
}: {
  needsPassword: boolean
  onBegun: (secret: NewSecret) => void
  onCancel: () => void
}) => {
  const t = useTranslations('account.security.factor')
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const send = async ({ password }: Record<string, string>): Promise<FormErrors | void> => {
    const answer = await callApi<NewSecret>('/api/account/second-factor/begin', {
      body: needsPassword ? { password } : {},
    })
    if (!answer.ok) {
      return answer.code === 'wrongPassword'
        ? { password: errorText(answer.code) }
        : { form: errorText(answer.code) }
    }
    onBegun(answer.data)
  }

  return (
    <>
      <AuthForm
        check={({ password = '' }) => ({
          password: needsPassword && !password && credentialText('passwordMissing'),
        })}
        isWide={false}
        send={send}
        submit={t('setUp')}
      >
        {(errors) =>
          needsPassword ? (
            <Field error={errors.password} label={t('password')} required>
              <PasswordInput autoComplete="current-password" name="password" />
            </Field>
          ) : (
            <Alert isQuiet>{t('fresh')}</Alert>
          )
        }
      </AuthForm>
      <Button className="self-start" onClick={onCancel} variant="quiet">
        {t('cancel')}
      </Button>
    </>
  )
}
