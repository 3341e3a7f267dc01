'use client'

import { useState } from 'react'

import type { ProviderName } from '@/domain/commerce/providers'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Stack } from '@/components/ui/Stack'

/** Leads to the provider's page on which a card is given; `keyOfLink` is that of a mail's link. */
export const CardButton = ({
  id,
  keyOfLink = null,
  label,
  provider,
  size = 'medium',
  variant = 'primary',
}: {
  id: string
  keyOfLink?: null | string
  label: string
  /** Through whom; who charges now where absent. */
  provider?: ProviderName
  size?: 'medium' | 'small'
  variant?: 'primary' | 'secondary'
}) => {
  const errorText = useErrorText()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<null | string>(null)

  const open = async () => {
    setBusy(true)
    setFault(null)
    const answer = await callApi<{ url: string }>(`/api/subscriptions/${id}/card`, {
      body: { key: keyOfLink, provider },
    })
    if (answer.ok) {
      globalThis.location.assign(answer.data.url)

      return
    }
    setBusy(false)
    setFault(answer.code)
  }

  return (
    <Stack className="items-start" gap={3}>
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      <Button loading={isBusy} onClick={() => void open()} size={size} variant={variant}>
        {label}
      </Button>
    </Stack>
  )
}
