'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'

import {
  emailFault,
  isPasswordFault,
  nameFault,
  passwordFault,
} from '@/domain/identity/credentials'

import { useErrorText } from '../shell/useErrorText'
import { AuthForm } from './AuthForm'
import { signUp } from './authApi'
import { CheckMail } from './CheckMail'
import { EmailField, NameField, NewPasswordField } from './fields'
import { useCredentialText } from './useCredentialText'
import { WorkingNote } from './WorkingNote'

/** Makes an account, and then says to look into the mail; `next` comes back in the link there. */
export const SignUpForm = ({
  hasCertificates,
  next,
}: {
  hasCertificates: boolean
  next: null | string
}) => {
  const t = useTranslations('auth')
  const locale = useLocale()
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const [sentTo, setSentTo] = useState<null | string>(null)
  if (sentTo) {
    return <CheckMail email={sentTo} next={next} />
  }

  const send = async ({ name = '', email = '', password = '' }: Record<string, string>) => {
    const person = { name: name.trim(), email: email.trim(), locale, password }
    const answer = await signUp({ ...person, next })
    if (answer.ok) {
      setSentTo(person.email)

      return
    }
    switch (answer.code) {
      case 'INVALID_EMAIL':
        return { email: t('invalidEmail') }
      case 'PASSWORD_TOO_LONG':
        return { password: credentialText('passwordLong') }
      case 'PASSWORD_TOO_SHORT':
        return { password: credentialText('passwordShort') }
      default:
        return { [isPasswordFault(answer.code) ? 'password' : 'form']: errorText(answer.code) }
    }
  }

  return (
    <AuthForm
      check={({ name = '', email = '', password = '' }) => ({
        name: credentialText(nameFault(name)),
        email: credentialText(emailFault(email.trim())),
        password: credentialText(passwordFault(password)),
      })}
      note={<WorkingNote />}
      send={send}
      submit={t('signUp')}
    >
      {(errors) => (
        <>
          <NameField error={errors.name} hasCertificates={hasCertificates} />
          <EmailField error={errors.email} />
          <NewPasswordField error={errors.password} label={t('password')} />
        </>
      )}
    </AuthForm>
  )
}
