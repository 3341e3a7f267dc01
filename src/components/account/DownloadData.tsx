'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'

import { callApi } from '../shell/api'
import { proofGiven } from '../shell/proof'
import { useErrorText } from '../shell/useErrorText'

/** Downloads everything that the school keeps of one, once it is sure who asks. */
export const DownloadData = () => {
  const t = useTranslations('account.privacy')
  const errorText = useErrorText()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<null | string>(null)
  const download = async () => {
    setBusy(true)
    setError(null)
    const said = await callApi<{ isFresh: boolean }>('/api/account/proof')
    if (!said.ok) {
      setError(errorText(said.code))
    } else if (said.data.isFresh || (await proofGiven())) {
      Object.assign(document.createElement('a'), {
        download: '',
        href: '/api/account/data',
      }).click()
    }
    setBusy(false)
  }

  return (
    <>
      <Button
        className="self-start"
        loading={isBusy}
        onClick={() => void download()}
        variant="secondary"
      >
        {t('download')}
      </Button>
      {error && <Alert tone="danger">{error}</Alert>}
    </>
  )
}
