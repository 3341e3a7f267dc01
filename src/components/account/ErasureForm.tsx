'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'

import type { Erasure } from '@/operations/identity/erasure'

import { callApi } from '../shell/api'
import { OwnerForm } from './OwnerForm'

/** Asks for the account to be erased, by its password where it has one. */
export const ErasureForm = ({ needsPassword }: Pick<Erasure, 'needsPassword'>) => {
  const t = useTranslations('account.privacy')
  const router = useRouter()
  const send = async ({ password }: Record<string, string>) => {
    const answer = await callApi('/api/account/erasure', { body: { password } })
    if (!answer.ok) {
      return answer.code
    }
    router.refresh()
  }

  return (
    <OwnerForm
      needsPassword={needsPassword}
      send={send}
      submit={t('eraseAsk')}
      tone="danger"
      words={{ fresh: t('eraseAgain'), password: t('erasePassword') }}
    />
  )
}
