'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { OfferedOrganisation } from '@/domain/tenancy/offeredProviders'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'

import { useErrorText } from '../../shell/useErrorText'
import { sendToProvider } from './sendToProvider'

/** Leads whoever typed an address of an organisation to its provider; where that is the only way in, the button of the form does. */
export const OrganisationButton = ({
  next,
  organisation: { id, isRequired, label },
}: {
  next: null | string
  organisation: OfferedOrganisation
}) => {
  const t = useTranslations('signIn.provider')
  const errorText = useErrorText()
  const [isGoing, setGoing] = useState(false)
  const [error, setError] = useState<null | string>(null)
  const go = async () => {
    setGoing(true)
    setError(await sendToProvider(id, next))
    setGoing(false)
  }

  return (
    <div aria-live="polite">
      {isRequired ? (
        <Text>{t('organisation')}</Text>
      ) : (
        <Button
          loading={isGoing}
          onClick={() => void go()}
          size="large"
          type="button"
          variant="secondary"
          wide
        >
          {t('continue', { name: label })}
        </Button>
      )}
      {error && <Alert tone="danger">{errorText(error)}</Alert>}
    </div>
  )
}
