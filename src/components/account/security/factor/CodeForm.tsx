'use client'

import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/Button'

import type { FormErrors } from '../../../identity/AuthForm'

import { AuthForm } from '../../../identity/AuthForm'
import { CodeField } from '../../../identity/step/CodeField'
import { callApi } from '../../../shell/api'
import { useErrorText } from '../../../shell/useErrorText'

type Done = { recoveryCodes?: string[] }

/** What is done with a code of one's second step alone. */
export const CodeForm = ({
  onCancel,
  onDone,
  path,
  submit,
  tone,
}: {
  onCancel: () => void
  onDone: (done: Done) => void
  path: string
  submit: string
  tone: 'danger' | 'primary'
}) => {
  const t = useTranslations('account.security.factor')
  const step = useTranslations('signIn.step')
  const common = useTranslations('common')
  const errorText = useErrorText()
  const send = async ({ code }: Record<string, string>): Promise<FormErrors | void> => {
    const answer = await callApi<Done>(path, { body: { code } })
    if (!answer.ok) {
      return answer.code === 'wrongCode'
        ? { code: errorText(answer.code) }
        : { form: errorText(answer.code) }
    }
    onDone(answer.data)
  }

  return (
    <>
      <AuthForm
        check={({ code = '' }) => ({ code: code.trim() ? undefined : step('codeMissing') })}
        isWide={false}
        send={send}
        submit={submit}
        tone={tone}
      >
        {(errors) => <CodeField error={errors.code} label={t('codeFor')} />}
      </AuthForm>
      <Button className="self-start" onClick={onCancel} variant="quiet">
        {common('cancel')}
      </Button>
    </>
  )
}
