'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Stack } from '@/components/ui/Stack'

import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'

type Decision = 'approve' | 'decline'

/** The buyer playing her bank: approves or declines one session of the test gateway, whose API is `at`. */
export const GatewayDecision = ({ at }: { at: string }) => {
  const t = useTranslations('gateway')
  const errorText = useErrorText()
  const [busy, setBusy] = useState<Decision | null>(null)
  const [fault, setFault] = useState<null | string>(null)

  const decide = async (decision: Decision) => {
    setBusy(decision)
    const answer = await callApi<{ url: string }>(`${at}/${decision}`, { method: 'POST' })
    if (!answer.ok) {
      setBusy(null)
      setFault(answer.code)

      return
    }
    const url = new URL(answer.data.url)
    if (decision === 'decline') {
      url.searchParams.set('payment', 'declined')
    }
    location.assign(url)
  }

  return (
    <Stack gap={3}>
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      <Button
        disabled={busy !== null}
        loading={busy === 'approve'}
        onClick={() => void decide('approve')}
        size="large"
        wide
      >
        {t('approve')}
      </Button>
      <Button
        disabled={busy !== null}
        loading={busy === 'decline'}
        onClick={() => void decide('decline')}
        size="large"
        variant="secondary"
        wide
      >
        {t('decline')}
      </Button>
    </Stack>
  )
}
