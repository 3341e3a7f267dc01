'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Stack } from '@/components/ui/Stack'

import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'

/** The buyer playing her bank: whether the card kept for renewals takes what is charged later; `at` is told. */
export const GatewayCardSwitch = ({ at, works }: { at: string; works: boolean }) => {
  const t = useTranslations('gateway')
  const errorText = useErrorText()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<null | string>(null)

  const change = async () => {
    setBusy(true)
    const answer = await callApi(at, { body: { works: !works } })
    setBusy(false)
    setFault(answer.ok ? null : answer.code)
    router.refresh()
  }

  return (
    <Stack gap={3}>
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      <Alert
        action={
          <Button loading={isBusy} onClick={() => void change()} variant="secondary">
            {t(works ? 'letFail' : 'letWork')}
          </Button>
        }
        title={t('cardTitle')}
        tone={works ? 'info' : 'warning'}
      >
        {t(works ? 'cardWorks' : 'cardFails')}
      </Alert>
    </Stack>
  )
}
