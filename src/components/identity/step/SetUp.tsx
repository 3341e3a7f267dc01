'use client'

import { useTranslations } from 'next-intl'

import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import type { NewSecret } from '@/operations/identity/secondFactor'

import type { FormErrors } from '../AuthForm'

import { callApi, type Answer } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'
import { AuthForm } from '../AuthForm'
import { CodeField } from './CodeField'
import { QrCode } from './QrCode'

/** Puts a secret into an app and proves that it is there: `send` says where the first code goes. */
export const SetUp = <T extends { recoveryCodes: string[] }>({
  onDone,
  onRefused,
  path,
  secret: { qr, secret },
}: {
  onDone: (done: T) => void
  /** What to do about a refusal that a form cannot mend; true where something was done. */
  onRefused?: (code: string) => boolean
  path: string
  secret: NewSecret
}) => {
  const t = useTranslations('signIn.step')
  const errorText = useErrorText()
  const send = async ({ code }: Record<string, string>): Promise<FormErrors | void> => {
    const answer: Answer<T> = await callApi<T>(path, { body: { code } })
    if (answer.ok) {
      onDone(answer.data)
    } else if (!onRefused?.(answer.code)) {
      return answer.code === 'wrongCode'
        ? { code: errorText(answer.code) }
        : { form: errorText(answer.code) }
    }
  }

  return (
    <Stack gap={6}>
      <Text>{t('scan')}</Text>
      <QrCode code={qr} label={t('qr')} />
      <div>
        <Text size="small" tone="muted">
          {t('orType')}
        </Text>
        <code className="block w-fit break-all font-mono text-sm" dir="ltr">
          {secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </code>
      </div>
      <AuthForm
        check={({ code = '' }) => ({ code: code.trim() ? undefined : t('codeMissing') })}
        send={send}
        submit={t('submit')}
      >
        {(errors) => (
          <CodeField error={errors.code} hint={t('firstHint')} isPlain label={t('firstCode')} />
        )}
      </AuthForm>
    </Stack>
  )
}
