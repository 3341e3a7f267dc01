'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { emailFault } from '@/domain/identity/credentials'

import { useErrorText } from '../shell/useErrorText'
import { AuthForm } from './AuthForm'
import { sendConfirmation } from './authApi'
import { CheckMail } from './CheckMail'
import { EmailField } from './fields'
import { useCredentialText } from './useCredentialText'
import { WorkingNote } from './WorkingNote'

/** Asks which address the confirmation should go to, and sends it once more. */
export const ResendForm = ({ next }: { next: null | string }) => {
  const t = useTranslations('auth')
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const [sentTo, setSentTo] = useState<null | string>(null)
  if (sentTo) {
    return <CheckMail email={sentTo} next={next} />
  }

  const send = async ({ email = '' }: Record<string, string>) => {
    const answer = await sendConfirmation({ email: email.trim(), next })
    if (!answer.ok) {
      return { form: errorText(answer.code) }
    }
    setSentTo(email.trim())
  }

  return (
    <AuthForm
      check={({ email = '' }) => ({ email: credentialText(emailFault(email.trim())) })}
      note={<WorkingNote />}
      send={send}
      submit={t('resend')}
    >
      {(errors) => <EmailField error={errors.email} />}
    </AuthForm>
  )
}
