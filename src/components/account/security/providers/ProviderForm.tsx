'use client'

import { useTranslations } from 'next-intl'

import type { Connections } from '@/operations/identity/connectedProviders'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { PasswordInput } from '@/components/ui/PasswordInput'

import type { FormErrors } from '../../../identity/AuthForm'

import { AuthForm } from '../../../identity/AuthForm'
import { useCredentialText } from '../../../identity/useCredentialText'
import { callApi } from '../../../shell/api'
import { useErrorText } from '../../../shell/useErrorText'

/** What is to be done with a provider: connected with, or with a connection: taken away. */
export type Wanted = { act: 'connect' | 'remove'; id: string; name: string }

/** Connects an account, or takes a connection away; either way for whoever proves that the account is theirs. */
export const ProviderForm = ({
  needsPassword,
  onCancel,
  onRemoved,
  wanted: { id, name, act },
}: {
  needsPassword: boolean
  onCancel: () => void
  onRemoved: (left: Connections) => void
  wanted: Wanted
}) => {
  const t = useTranslations('account.security.providers')
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const send = async ({ password }: Record<string, string>): Promise<FormErrors | void> => {
    const answer = await callApi<{ url: string } & Connections>(
      `/api/account/providers/${id}/${act}`,
      { body: { password } },
    )
    if (!answer.ok) {
      return { [answer.code === 'wrongPassword' ? 'password' : 'form']: errorText(answer.code) }
    }
    if (act === 'remove') {
      onRemoved(answer.data)
    } else {
      location.assign(answer.data.url)
    }
  }

  return (
    <>
      <AuthForm
        check={({ password = '' }) => ({
          password: needsPassword && !password && credentialText('passwordMissing'),
        })}
        isWide={false}
        send={send}
        submit={t(act === 'remove' ? 'removeOf' : 'connect', { name })}
        tone={act === 'remove' ? 'danger' : 'primary'}
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
