'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'

import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'

/** Says when the account goes, with the button that keeps it. */
export const KeepAccount = ({ erasesAt, timeZone }: { erasesAt: string; timeZone: string }) => {
  const t = useTranslations('account.privacy')
  const router = useRouter()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<null | string>(null)

  const keep = async () => {
    setBusy(true)
    const answer = await callApi('/api/account/erasure', { method: 'DELETE' })
    setBusy(false)
    setError(answer.ok ? null : errorText(answer.code))
    router.refresh()
  }

  return (
    <Alert
      action={
        <Button loading={busy} onClick={() => void keep()} variant="secondary">
          {t('keep')}
        </Button>
      }
      isQuiet
      title={t.rich('erasing', {
        date: () => <DateTime show="dateTime" timeZone={timeZone} value={erasesAt} />,
      })}
      tone="warning"
    >
      {t('erasingBody')}
      {error && <p role="alert">{error}</p>}
    </Alert>
  )
}
