'use client'

import { useTranslations } from 'next-intl'

import type { PlaceRequest } from '@/domain/learning/placeRequests'

import { Alert } from '@/components/ui/Alert'
import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'

const SAID = {
  approved: 'requestApproved',
  declined: 'requestDeclined',
  lapsed: 'requestLapsed',
  requested: 'requestSent',
  waitlisted: 'requestWaitlisted',
} as const

/** Where a request stands, what was written with it, and what the school wrote; nothing where it was taken back. */
export const RequestNote = ({
  request: { askedAt, message, reason, status, until },
}: {
  request: PlaceRequest
}) => {
  const t = useTranslations('course')
  if (status === 'taken' || status === 'withdrawn') {
    return null
  }

  return (
    <Alert
      title={
        <>
          {t(SAID[status])} {until && <DateTime show="dateTime" value={until} />}
        </>
      }
      tone={status === 'approved' || status === 'waitlisted' ? 'success' : 'info'}
    >
      {status === 'requested' && (
        <Text size="small" tone="muted">
          {t('requestSentOn')} <DateTime show="dateTime" value={askedAt} />
        </Text>
      )}
      {status === 'requested' && message && (
        <Text className="whitespace-pre-line" size="small">
          {t('requestWrote')}: <bdi>{message}</bdi>
        </Text>
      )}
      {reason && (
        <Text className="whitespace-pre-line" size="small">
          {t('requestReason')}: <bdi>{reason}</bdi>
        </Text>
      )}
    </Alert>
  )
}
