'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { CohortOnSale } from '@/operations/commerce/cohortsOnSale'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { withNext } from '@/domain/identity/nextPath'

import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'

/** The queue of a full cohort: the way into it, or the reader's place in it and the way out. */
export const Waitlist = ({
  cohort,
  onChanged,
}: {
  cohort: CohortOnSale
  /** The queue is another one now. */
  onChanged: () => void
}) => {
  const t = useTranslations('course')
  const errorText = useErrorText()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<null | string>(null)
  const position = cohort.queued?.position ?? null
  const call = async (method: 'DELETE' | 'POST') => {
    setBusy(true)
    const answer = await callApi(`/api/cohorts/${cohort.id}/waitlist`, { method })
    setBusy(false)
    setFault(answer.ok ? null : answer.code)
    if (answer.ok || answer.code !== 'signInRequired') {
      onChanged()
    }
  }

  return (
    <Stack gap={3}>
      {fault === 'signInRequired' ? (
        <ButtonLink href={withNext('/sign-in', location.pathname)} size="large" wide>
          {t('waitlistSignIn')}
        </ButtonLink>
      ) : position === null ? (
        <Button loading={isBusy} onClick={() => void call('POST')} size="large" wide>
          {t('waitlistJoin')}
        </Button>
      ) : (
        <>
          <Text role="status" strong>
            {t('waitlistPosition', { count: position })}
          </Text>
          <Button loading={isBusy} onClick={() => void call('DELETE')} variant="secondary" wide>
            {t('waitlistLeave')}
          </Button>
        </>
      )}
      <Text size="small" tone="muted">
        {t('waitlistBody')}
      </Text>
      {fault && fault !== 'signInRequired' && <Alert tone="danger">{errorText(fault)}</Alert>}
    </Stack>
  )
}

/** The way to give up a place that was offered. */
export const DeclineButton = ({ cohort, onChanged }: { cohort: string; onChanged: () => void }) => {
  const t = useTranslations('course')
  const [isBusy, setBusy] = useState(false)
  const decline = async () => {
    setBusy(true)
    await callApi(`/api/cohorts/${cohort}/waitlist`, { method: 'DELETE' })
    setBusy(false)
    onChanged()
  }

  return (
    <Button loading={isBusy} onClick={() => void decline()} variant="quiet" wide>
      {t('waitlistDecline')}
    </Button>
  )
}
