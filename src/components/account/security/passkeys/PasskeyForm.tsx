'use client'

import { useTranslations } from 'next-intl'

import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import type { Passkey } from '@/operations/identity/passkeys'

import { makePasskey } from '../../../identity/passkey/ask'
import { callApi } from '../../../shell/api'
import { OwnerForm } from '../../OwnerForm'

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
  const send = async ({ name = '', password }: Record<string, string>) => {
    const answer = removing
      ? await callApi<Kept>(`/api/account/passkeys/${removing.id}/remove`, { body: { password } })
      : await makePasskey<Kept>({ name: name.trim(), password })
    if (answer === 'given up') {
      return 'passkeyGivenUp'
    }
    if (!answer.ok) {
      return answer.code
    }
    onDone(answer.data.passkeys)
  }

  return (
    <OwnerForm
      check={({ name = '' }) => ({ name: removing || name.trim() ? undefined : t('nameMissing') })}
      needsPassword={needsPassword}
      onCancel={onCancel}
      send={send}
      submit={removing ? t('removeOf', { name: removing.name }) : t('add')}
      tone={removing ? 'danger' : 'primary'}
    >
      {(errors) =>
        !removing && (
          <Field error={errors.name} hint={t('nameHint')} label={t('name')} required>
            <Input maxLength={80} name="name" />
          </Field>
        )
      }
    </OwnerForm>
  )
}
