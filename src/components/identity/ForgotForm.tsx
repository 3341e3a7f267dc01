'use client'

import { MailCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { emailFault } from '@/domain/identity/credentials'

import { useErrorText } from '../shell/useErrorText'
import { useQuery } from '../shell/useQuery'
import { AuthForm } from './AuthForm'
import { sendReset } from './authApi'
import { EmailField } from './fields'
import { useCredentialText } from './useCredentialText'
import { WorkingNote } from './WorkingNote'

/** Asks for a link to choose a new password; says the same whether the address is known or not. */
export const ForgotForm = () => {
  const t = useTranslations('auth')
  const next = useQuery()?.get('next') ?? null
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const [sentTo, setSentTo] = useState<null | string>(null)
  if (sentTo) {
    return (
      <Stack aria-live="polite" gap={3}>
        <MailCheck aria-hidden className="size-8 text-accent-text" strokeWidth={1.5} />
        <Heading level={2}>{t('checkMailTitle')}</Heading>
        <Text>
          {t('checkMailBody', { email: sentTo })} {t('linkHour')}
        </Text>
        <Text size="small" tone="muted">
          {t('checkMailHint')}
        </Text>
      </Stack>
    )
  }

  const send = async ({ email = '' }: Record<string, string>) => {
    const answer = await sendReset({ email: email.trim(), next })
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
      submit={t('sendLink')}
    >
      {(errors) => <EmailField error={errors.email} />}
    </AuthForm>
  )
}
