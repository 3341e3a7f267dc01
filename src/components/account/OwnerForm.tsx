'use client'

import type { ReactNode } from 'react'

import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { PasswordInput } from '@/components/ui/PasswordInput'

import type { FormErrors } from '../identity/AuthForm'

import { AuthForm } from '../identity/AuthForm'
import { useCredentialText } from '../identity/useCredentialText'
import { useErrorText } from '../shell/useErrorText'

type Values = Record<string, string>

/**
 * A form for whoever proves that the account is theirs: by its password where it has one, else by having signed in lately. `send` answers the code
 * of what was refused, or nothing when the form is about to go.
 */
export const OwnerForm = ({
  check,
  children,
  needsPassword,
  onCancel,
  send,
  submit,
  tone,
  words,
}: {
  check?: (values: Values) => FormErrors
  /** Fields before the proof. */
  children?: (errors: FormErrors) => ReactNode
  needsPassword: boolean
  onCancel?: () => void
  send: (values: Values) => Promise<string | void>
  submit: ReactNode
  tone?: 'danger' | 'primary'
  /** What the field is called, and what is said in its place where there is no password. */
  words?: { fresh: string; password: string }
}) => {
  const t = useTranslations('account.proof')
  const common = useTranslations('common')
  const errorText = useErrorText()
  const credentialText = useCredentialText()

  return (
    <>
      <AuthForm
        check={(values) => ({
          ...check?.(values),
          password: needsPassword && !values.password && credentialText('passwordMissing'),
        })}
        isWide={false}
        send={async (values) => {
          const code = await send(values)

          return code
            ? { [code === 'wrongPassword' ? 'password' : 'form']: errorText(code) }
            : undefined
        }}
        submit={submit}
        tone={tone}
      >
        {(errors) => (
          <>
            {children?.(errors)}
            {needsPassword ? (
              <Field error={errors.password} label={words?.password ?? t('password')} required>
                <PasswordInput autoComplete="current-password" name="password" />
              </Field>
            ) : (
              <Alert isQuiet>{words?.fresh ?? t('fresh')}</Alert>
            )}
          </>
        )}
      </AuthForm>
      {onCancel && (
        <Button className="self-start" onClick={onCancel} variant="quiet">
          {common('cancel')}
        </Button>
      )}
    </>
  )
}
