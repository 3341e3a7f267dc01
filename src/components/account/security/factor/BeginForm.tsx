'use client'

import { useTranslations } from 'next-intl'

import type { NewSecret } from '@/operations/identity/secondFactor'

import { callApi } from '../../../shell/api'
import { OwnerForm } from '../../OwnerForm'

/** Asks who it is before a second step is set up. */
export const BeginForm = ({
  needsPassword,
  onBegun,
  onCancel,
}: {
  needsPassword: boolean
  onBegun: (secret: NewSecret) => void
  onCancel: () => void
}) => {
  const t = useTranslations('account.security.factor')
  const send = async ({ password }: Record<string, string>) => {
    const answer = await callApi<NewSecret>('/api/account/second-factor/begin', {
      body: { password },
    })
    if (!answer.ok) {
      return answer.code
    }
    onBegun(answer.data)
  }

  return (
    <OwnerForm needsPassword={needsPassword} onCancel={onCancel} send={send} submit={t('setUp')} />
  )
}
