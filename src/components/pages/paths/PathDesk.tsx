'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { OwnPath } from '@/operations/learning/paths'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Progress } from '@/components/ui/Progress'
import { Text } from '@/components/ui/Text'
import { withNext } from '@/domain/identity/nextPath'
import { pathPath } from '@/domain/pages/addresses'

import { callApi } from '../../shell/api'
import { useOwnPath } from './useOwnPath'

/** Where a learner joins a path, and sees how far they are on it. */
export const PathDesk = ({ slug, path }: { path: string; slug: string }) => {
  const t = useTranslations('path')
  const [state, setState] = useOwnPath(path)
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const join = async () => {
    setBusy(true)
    const answer = await callApi<OwnPath>(`/api/paths/${path}/join`, { body: {} })
    setBusy(false)
    setFailed(!answer.ok)
    if (answer.ok) {
      setState(answer.data)
    }
  }
  if (state === 'visitor') {
    return (
      <ButtonLink href={withNext('/sign-in', pathPath(slug))} size="large">
        {t('signIn')}
      </ButtonLink>
    )
  }
  if (state === 'failed') {
    return <Alert tone="danger">{t('failed')}</Alert>
  }
  if (state === 'unknown' || !state.isMember) {
    return (
      <div className="flex flex-col gap-2">
        {hasFailed && <Alert tone="danger">{t('failed')}</Alert>}
        <Button
          disabled={state === 'unknown'}
          loading={isBusy}
          onClick={() => void join()}
          size="large"
          wide
        >
          {t('join')}
        </Button>
        <Text size="small" tone="muted">
          {t('joinHint')}
        </Text>
      </div>
    )
  }

  return <OwnProgress own={state} />
}

const OwnProgress = ({ own: { certificate, completedAt, percent, steps } }: { own: OwnPath }) => {
  const t = useTranslations('path')
  const open = steps.filter(({ state }) => state === 'open').length
  const locked = steps.filter(({ state }) => state === 'locked').length

  return (
    <div className="flex flex-col gap-4" role="status">
      <Progress label={t('progress')} value={completedAt ? 100 : percent} />
      {completedAt ? (
        <Text strong tone="success">
          {t('completed')}
        </Text>
      ) : (
        <Text size="small" tone="muted">
          {t('stepsLeft', { locked, open })}
        </Text>
      )}
      {certificate && (
        <ButtonLink href={`/certificates/${certificate}`} variant="secondary">
          {t('yourCertificate')}
        </ButtonLink>
      )}
      <ButtonLink href="/dashboard">{t('toDashboard')}</ButtonLink>
    </div>
  )
}
