'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { PasswordInput } from '@/components/ui/PasswordInput'
import { PASSWORD_LENGTH } from '@/domain/identity/credentials'

type Props = { defaultValue?: string; error?: ReactNode }

/**
 * The email address of an account; `label` where it is not the one that it has, `onTyped` is told of it as it is typed. With
 * `hasPasskeys` the browser may offer those here.
 */
export const EmailField = ({
  defaultValue,
  error,
  hasPasskeys = false,
  hint,
  label,
  onTyped,
}: Props & {
  hasPasskeys?: boolean
  hint?: ReactNode
  label?: ReactNode
  onTyped?: (email: string) => void
}) => {
  const t = useTranslations('auth')

  return (
    <Field error={error} hint={hint} label={label ?? t('email')} required>
      <Input
        autoCapitalize="none"
        autoComplete={hasPasskeys ? 'username webauthn' : 'email'}
        defaultValue={defaultValue}
        inputMode="email"
        name="email"
        onChange={onTyped && ((event) => onTyped(event.target.value))}
        type="email"
      />
    </Field>
  )
}

/** How a person is called, as it will stand on certificates where the school issues them. */
export const NameField = ({
  defaultValue,
  error,
  hasCertificates,
}: Props & { hasCertificates: boolean }) => {
  const t = useTranslations('auth')

  return (
    <Field
      error={error}
      hint={t(hasCertificates ? 'nameHint' : 'nameHintPlain')}
      label={t('name')}
      required
    >
      <Input autoComplete="name" defaultValue={defaultValue} maxLength={120} name="name" />
    </Field>
  )
}

/** The password that one has. */
export const PasswordField = ({ error }: Props) => {
  const t = useTranslations('auth')

  return (
    <Field error={error} label={t('password')} required>
      <PasswordInput autoComplete="current-password" name="password" />
    </Field>
  )
}

/** A password that is being chosen; `label` says which. */
export const NewPasswordField = ({ error, label }: Props & { label: ReactNode }) => {
  const t = useTranslations('auth')

  return (
    <Field
      error={error}
      hint={t('passwordHint', { count: PASSWORD_LENGTH.least })}
      label={label}
      required
    >
      <PasswordInput autoComplete="new-password" name="password" />
    </Field>
  )
}
