'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { Field } from '@/components/ui/Field'
import { PasswordInput } from '@/components/ui/PasswordInput'
import type { Erasure } from '@/operations/identity/erasure'

import type { FormErrors } from '../identity/AuthForm'

import { AuthForm } from '../identity/AuthForm'
import { useCredentialText } from '../identity/useCredentialText'
import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'

/** Asks for the account to be erased, by its password where it has one. */
export const ErasureForm = ({ needsPassword }: Pick<Erasure, 'needsPassword'>) => {
  const t = useTranslations('account.privacy')
  const router = useRouter()
  const errorText = useErrorText()
  const credentialText = useCredentialText()

  const send = async ({ password }: Record<string, string>): Promise<FormErrors | void> => {
    const answer = await callApi('/api/account/erasure', {
      body: needsPassword ? { password } : {},
    })
    if (!answer.ok) {
      return answer.code === 'wrongPassword'
        ? { password: errorText(answer.code) }
        : { form: errorText(answer.code) }
    }
    router.refresh()
  }

  return (
    <AuthForm
      check={({ password = '' }) => ({
        password: needsPassword && !password && credentialText('passwordMissing'),
      })}
      isWide={false}
      send={send}
      submit={t('eraseAsk')}
      tone="danger"
    >
      {(errors) =>
        needsPassword ? (
          <Field error={errors.password} label={t('erasePassword')} required>
            <PasswordInput autoComplete="current-password" name="password" />
          </Field>
        ) : (
          <Alert isQuiet>{t('eraseAgain')}</Alert>
        )
      }
    </AuthForm>
  )
}
