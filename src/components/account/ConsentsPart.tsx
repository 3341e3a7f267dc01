'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'
import {
  type ConsentState,
  isAgreedMail,
  isRevocable,
  type Purpose,
} from '@/domain/identity/consents'

import { callApi } from '../shell/api'
import { rememberChoices, visitorHere } from '../shell/choices'
import { useErrorText } from '../shell/useErrorText'

/** Keeps a consent where it is kept: mails by their topic, what loads of other sites in this browser too. */
const say = async (purpose: Purpose, isGiven: boolean) => {
  if (isAgreedMail(purpose)) {
    return callApi('/api/account/notifications', {
      body: { channel: 'email', event: purpose, isOn: isGiven },
    })
  }
  const answer = await callApi('/api/consents/choices', {
    body: { choices: { [purpose]: isGiven }, visitor: visitorHere() },
  })
  if (answer.ok) {
    rememberChoices({ [purpose]: isGiven })
  }

  return answer
}

/** What one agreed to and took back, each with its date, and a way to do the other. */
export const ConsentsPart = ({
  states,
  timeZone,
}: {
  states: readonly ConsentState[]
  timeZone: string
}) => {
  const t = useTranslations('account.privacy.consents')
  const router = useRouter()
  const errorText = useErrorText()
  const [busy, setBusy] = useState<null | Purpose>(null)
  const [error, setError] = useState<null | string>(null)
  const change = async ({ isGiven, purpose }: ConsentState) => {
    setBusy(purpose)
    const answer = await say(purpose, !isGiven)
    setError(answer.ok ? null : errorText(answer.code))
    setBusy(null)
    router.refresh()
  }

  return (
    <div className="flex flex-col gap-4">
      {states.length === 0 ? (
        <Text tone="muted">{t('none')}</Text>
      ) : (
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {states.map((one) => (
            <li
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
              key={one.purpose}
            >
              <div className="min-w-0">
                <p className="font-medium">{t(`purposes.${one.purpose}`)}</p>
                <Text size="small" tone="muted">
                  {t.rich(one.isGiven ? 'given' : 'withdrawn', {
                    date: () => <DateTime show="date" timeZone={timeZone} value={one.at} />,
                  })}
                  {!isRevocable(one.purpose) && <> · {t('contract')}</>}
                </Text>
              </div>
              {isRevocable(one.purpose) && (
                <Button
                  aria-label={`${t(one.isGiven ? 'takeBack' : 'agree')}: ${t(`purposes.${one.purpose}`)}`}
                  loading={busy === one.purpose}
                  onClick={() => void change(one)}
                  size="small"
                  variant="secondary"
                >
                  {t(one.isGiven ? 'takeBack' : 'agree')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div aria-live="polite">{error && <Alert tone="danger">{error}</Alert>}</div>
    </div>
  )
}
