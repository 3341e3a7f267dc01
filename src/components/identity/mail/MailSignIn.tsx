'use client'

import { MailCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/Button'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { emailFault } from '@/domain/identity/credentials'

import type { SignedIn } from '../authApi'
import type { FormErrors } from '../AuthForm'

import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'
import { arrive } from '../arrive'
import { AuthForm } from '../AuthForm'
import { EmailField } from '../fields'
import { CodeField } from '../step/CodeField'
import { useCredentialText } from '../useCredentialText'
import { WorkingNote } from '../WorkingNote'

/** Signs in by a mail: its link, opened anywhere, or its code, typed here. */
export const MailSignIn = ({
  home,
  next,
  onBack,
}: {
  home: string
  next: null | string
  onBack: () => void
}) => {
  const t = useTranslations('signIn.byMail')
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const [sentTo, setSentTo] = useState<null | string>(null)

  const ask = async ({ email = '' }: Record<string, string>): Promise<FormErrors | void> => {
    const answer = await callApi<{ email: string }>('/api/sign-in/mail', {
      body: { email: email.trim(), next },
    })
    if (!answer.ok) {
      return { form: errorText(answer.code) }
    }
    setSentTo(answer.data.email)

    return {}
  }
  const enter = async ({ code }: Record<string, string>): Promise<FormErrors | void> => {
    const answer = await callApi<SignedIn>('/api/sign-in/mail/code', { body: { code } })
    if (answer.ok) {
      arrive(answer.data, { home, next })

      return
    }

    return answer.code === 'wrongMailCode'
      ? { code: errorText(answer.code) }
      : { form: errorText(answer.code) }
  }

  return (
    <Stack gap={6}>
      {sentTo ? (
        <>
          <Stack aria-live="polite" gap={3}>
            <MailCheck aria-hidden className="size-8 text-accent-text" strokeWidth={1.5} />
            <Heading level={2}>{t('sentTitle')}</Heading>
            <Text>{t('sent', { email: sentTo })}</Text>
          </Stack>
          <AuthForm
            check={({ code = '' }) => ({ code: code.trim() ? undefined : t('codeMissing') })}
            key="code"
            send={enter}
            submit={t('enter')}
          >
            {(errors) => (
              <CodeField error={errors.code} hint={t('codeHint')} isPlain label={t('code')} />
            )}
          </AuthForm>
          <Button onClick={() => setSentTo(null)} variant="secondary">
            {t('again')}
          </Button>
        </>
      ) : (
        <AuthForm
          check={({ email = '' }) => ({ email: credentialText(emailFault(email.trim())) })}
          key="email"
          note={<WorkingNote />}
          send={ask}
          submit={t('ask')}
        >
          {(errors) => <EmailField error={errors.email} hint={t('hint')} />}
        </AuthForm>
      )}
      <Button onClick={onBack} variant="quiet">
        {t('back')}
      </Button>
    </Stack>
  )
}
