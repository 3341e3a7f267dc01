'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { CourseOffer } from '@/operations/commerce/courseOffers'
import type { PlaceRequest as Request } from '@/domain/learning/placeRequests'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Skeleton } from '@/components/ui/Skeleton'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { withNext } from '@/domain/identity/nextPath'

import type { Asked } from './useRequest'

import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'
import { RequestForm } from './RequestForm'
import { RequestNote } from './RequestNote'

/** The way to a place that is given on request: the form, or where the request stands and the way out of it. */
export const PlaceRequest = ({
  asked,
  cohort,
  isCohortMissing,
  offer,
  onChanged,
}: {
  /** Null until it is known. */
  asked: Asked | null
  cohort: null | string
  /** Whether one is still to be chosen. */
  isCohortMissing: boolean
  offer: CourseOffer
  onChanged: (request: null | Request) => void
}) => {
  const t = useTranslations('course')
  const errorText = useErrorText()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<null | string>(null)
  const path = `/api/offers/${offer.id}/place-request`
  if (!asked) {
    return <Skeleton className="h-12" />
  }
  const { isSignedIn, request } = asked
  const ask = async (message: string) => {
    setBusy(true)
    const answer = await callApi<{ request: Request }>(path, { body: { cohort, message } })
    setBusy(false)
    setFault(answer.ok ? null : answer.code)
    if (answer.ok) {
      setOpen(false)
      onChanged(answer.data.request)
    }
  }
  const withdraw = async () => {
    setBusy(true)
    const answer = await callApi(path, { method: 'DELETE' })
    setBusy(false)
    setFault(answer.ok ? null : answer.code)
    if (answer.ok) {
      onChanged(null)
    }
  }
  const isOpenRequest = request?.status === 'requested' || request?.status === 'approved'

  return (
    <Stack gap={3}>
      {request && <RequestNote request={request} />}
      {!isSignedIn ? (
        <ButtonLink href={withNext('/sign-in', location.pathname)} size="large" wide>
          {t('requestSignIn')}
        </ButtonLink>
      ) : isOpenRequest ? (
        <Button loading={isBusy} onClick={() => void withdraw()} variant="secondary" wide>
          {t(request.status === 'approved' ? 'requestGiveUp' : 'requestWithdraw')}
        </Button>
      ) : isOpen ? (
        <RequestForm
          isBusy={isBusy}
          onCancel={() => setOpen(false)}
          onSend={(message) => void ask(message)}
          question={offer.question}
        />
      ) : (
        !isCohortMissing && (
          <Button onClick={() => setOpen(true)} size="large" wide>
            {t('requestAsk')}
          </Button>
        )
      )}
      {!isOpenRequest && (
        <Text size="small" tone="muted">
          {t(offer.amount > 0 ? 'requestBodyPaid' : 'requestBody')}
        </Text>
      )}
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
    </Stack>
  )
}
