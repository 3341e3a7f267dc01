'use client'

import { useTranslations } from 'next-intl'

import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'

import type { FormErrors } from '../../identity/AuthForm'

import { AuthForm } from '../../identity/AuthForm'
import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'

/** Which school to link: by its address, at which one goes on. */
export const SchoolForm = () => {
  const t = useTranslations('account.schools')
  const errorText = useErrorText()

  const send = async ({ address = '' }: Record<string, string>): Promise<FormErrors | void> => {
    const answer = await callApi<{ url: string }>('/api/account/schools', { body: { address } })
    if (answer.ok) {
      location.assign(answer.data.url)

      return
    }

    return answer.code === 'schoolUnknown' || answer.fields.includes('address')
      ? { address: errorText('schoolUnknown') }
      : { form: errorText(answer.code) }
  }

  return (
    <AuthForm
      check={({ address = '' }) => ({ address: address.trim() ? null : t('addressMissing') })}
      isWide={false}
      send={send}
      submit={t('ask')}
    >
      {({ address: error }) => (
        <Field error={error} hint={t('addressHint')} label={t('address')} required>
          <Input
            autoCapitalize="none"
            autoComplete="off"
            dir="ltr"
            inputMode="url"
            maxLength={300}
            name="address"
          />
        </Field>
      )}
    </AuthForm>
  )
}
