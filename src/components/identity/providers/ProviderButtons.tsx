'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { OfferedProvider } from '@/domain/tenancy/offeredProviders'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ProviderMark } from '@/components/ui/ProviderMark'

import { useErrorText } from '../../shell/useErrorText'
import { providerName } from './providerName'
import { sendToProvider } from './sendToProvider'

/** Everybody who signs people in for the school, each a button that leads there. */
export const ProviderButtons = ({
  next,
  providers,
}: {
  next: null | string
  providers: readonly OfferedProvider[]
}) => {
  const t = useTranslations('signIn.provider')
  const errorText = useErrorText()
  const [going, setGoing] = useState<null | string>(null)
  const [error, setError] = useState<null | string>(null)
  const go = async (id: string) => {
    setGoing(id)
    setError(null)
    const refused = await sendToProvider(id, next)
    if (refused) {
      setError(refused)
      setGoing(null)
    }
  }

  return (
    <>
      {providers.map((provider) => (
        <Button
          disabled={going !== null}
          key={provider.id}
          loading={going === provider.id}
          onClick={() => void go(provider.id)}
          size="large"
          variant="secondary"
          wide
        >
          <ProviderMark kind={provider.kind} />
          {t('continue', { name: providerName(provider) })}
        </Button>
      ))}
      {error && <Alert tone="danger">{errorText(error)}</Alert>}
    </>
  )
}
