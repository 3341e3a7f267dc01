'use client'

import { useTranslations } from 'next-intl'

import type { Connections } from '@/operations/identity/connectedProviders'

import { callApi } from '../../../shell/api'
import { OwnerForm } from '../../OwnerForm'

/** What is to be done with a provider: connected with, or with a connection: taken away. */
export type Wanted = { act: 'connect' | 'remove'; id: string; name: string }

/** Connects an account, or takes a connection away; either way for whoever proves that the account is theirs. */
export const ProviderForm = ({
  needsPassword,
  onCancel,
  onRemoved,
  wanted: { id, name, act },
}: {
  needsPassword: boolean
  onCancel: () => void
  onRemoved: (left: Connections) => void
  wanted: Wanted
}) => {
  const t = useTranslations('account.security.providers')
  const send = async ({ password }: Record<string, string>) => {
    const answer = await callApi<{ url: string } & Connections>(
      `/api/account/providers/${id}/${act}`,
      { body: { password } },
    )
    if (!answer.ok) {
      return answer.code
    }
    if (act === 'remove') {
      onRemoved(answer.data)
    } else {
      location.assign(answer.data.url)
    }
  }

  return (
    <OwnerForm
      needsPassword={needsPassword}
      onCancel={onCancel}
      send={send}
      submit={t(act === 'remove' ? 'removeOf' : 'connect', { name })}
      tone={act === 'remove' ? 'danger' : 'primary'}
    />
  )
}
