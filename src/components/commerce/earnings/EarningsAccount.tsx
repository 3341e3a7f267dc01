'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { Earnings } from '@/domain/commerce/payouts'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'

/** Whether one can be paid, and the way to the provider's page on which that is settled. */
export const EarningsAccount = ({ account }: Pick<Earnings, 'account'>) => {
  const t = useTranslations('account.earnings')
  const errorText = useErrorText()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<null | string>(null)
  const open = async () => {
    setBusy(true)
    setFault(null)
    const answer = await callApi<{ url: string }>('/api/earnings/account', { body: {} })
    if (answer.ok) {
      globalThis.location.assign(answer.data.url)

      return
    }
    setBusy(false)
    setFault(answer.code)
  }
  const button = (
    <Button loading={isBusy} onClick={() => void open()} size="small" variant="secondary">
      {account ? t('account.change') : t('account.open')}
    </Button>
  )

  return (
    <div className="flex flex-col gap-3">
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      {account?.isReady ? (
        <Alert action={button} isQuiet title={t('account.ready')} tone="success" />
      ) : (
        <Alert
          action={button}
          isQuiet
          title={account ? t('account.unfinished') : t('account.none')}
          tone="info"
        >
          {t('account.why')}
        </Alert>
      )}
    </div>
  )
}
