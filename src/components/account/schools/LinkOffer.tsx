'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import type { LinkedSchool } from '@/operations/identity/linkedSchools'

import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'

const PAGE = '/account/schools'

/** What another school's page was left for: agreeing to link the two accounts, or why that cannot be. */
export const LinkOffer = ({
  offer,
  token,
}: {
  offer: Omit<LinkedSchool, 'id'> | { code: string }
  token: string
}) => {
  const t = useTranslations('account.schools')
  const errorText = useErrorText()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState('code' in offer ? offer.code : null)

  const agree = async () => {
    setBusy(true)
    const answer = await callApi('/api/account/schools/confirm', { body: { token } })
    if (answer.ok) {
      location.replace(`${PAGE}?linked=1`)
    } else {
      setBusy(false)
      setRefused(answer.code)
    }
  }

  if ('code' in offer || refused) {
    return (
      <Alert title={t('offerFailed')} tone="warning">
        {errorText(refused ?? '')}
      </Alert>
    )
  }

  return (
    <Alert
      action={
        <div className="flex flex-wrap gap-3">
          <Button loading={isBusy} onClick={() => void agree()}>
            {t('agree')}
          </Button>
          <ButtonLink href={PAGE} prefetch={false} variant="secondary">
            {t('decline')}
          </ButtonLink>
        </div>
      }
      isQuiet
      title={t('offerTitle', { name: offer.name })}
    >
      {t('offer', { name: offer.name, address: new URL(offer.address).host })}
    </Alert>
  )
}
