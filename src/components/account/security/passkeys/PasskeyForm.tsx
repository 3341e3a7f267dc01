'use client'

import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { PasswordInput } from '@/components/ui/PasswordInput'
import type { Passkey } from '@/operations/identity/passkeys'

import type { FormErrors } from '../../../identity/AuthForm'

import { AuthForm } from '../../../identity/AuthForm'
import { makePasskey } from '../../../identity/passkey/ask'
import { useCredentialText } from '../../../identity/useCredentialText'
import { callApi } from '../../../shell/api'
import { useErrorText } from '../../../shell/useErrorText'

type Kept = { passkeys: Passkey[] }

/** Adds a passkey, or takes the one away that is named; either way for whoever proves that the account is theirs. */
export const PasskeyForm = ({
  needsPassword,
  onCancel,
  onDone,
  removing,
}: {
  needsPassword: boolean
  onCancel: () => void
  onDone: (left: Passkey[]) => void
  removing?: Passkey
}) => {
  const t = useTranslations('account.security.passkeys')
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const send = async ({
    name = '',
    password,
  }: Record<string, string>): Promise<FormErrors | void> => {
    const answer = removing
      ? await callApi<Kept>(`/api/account/passkeys/${removing.id}/remove`, { body: { password } })
      : await makePasskey<Kept>({ name: name.trim(), password })
    if (answer === 'given up') {
      return { form: errorText('passkeyGivenUp') }
    }
    if (!answer.ok) {
      return answer.code === 'wrongPassword'
        ? { password: errorText(answer.code) }
        : { form: errorText(answer.code) }
    }
    onDone(answer.data.passkeys)
  }

  return (
    <>
      <AuthForm
        check={({ name = '', password = '' }) => ({
          name: removing || name.trim() ? undefined : t('nameMissing'),
          password: needsPassword && !password && credentialText('passwordMissing'),
        })}
        isWide={false}
        send={send}
        submit={removing ? t('removeOf', { name: removing.name }) : t('add')}
        tone={removing ? 'danger' : 'primary'}
      >
        {(errors) => (
          <>
            {!removing && (
              <Field error={errors.name} hint={t('nameHint')} label={t('name')} required>
                <Input maxLength={80} name="name" />
              </Field>
            )}
            {needsPassword ? (
              <Field error={errors.password} label={t('password')} required>
                <PasswordInput autoComplete="current-password" name="password" />
              </Field>
            ) : (
              <Alert isQuiet>{t('fresh')}</Alert>
            )}
          </>
        )}
      </AuthForm>
      <Button className="self-start" onClick={onCancel} variant="quiet">
        {t('cancel')}
      </Button>
    </>
  )
}
