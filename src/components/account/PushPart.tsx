'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'

import type { PushState } from './push'

import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'
import { AWAY, digestHere, pushState, turnOn } from './push'

/** A browser that is told; `since` is ISO 8601. */
type Told = {
  browser: null | string
  digest: string
  id: string
  since: string
  system: null | string
}

/** Whether this browser is told, and which others are. Nobody is asked for leave before they press. */
export const PushPart = ({
  browsers,
  timeZone,
}: {
  browsers: readonly Told[]
  timeZone: string
}) => {
  const t = useTranslations('account.notifications.push')
  const errorText = useErrorText()
  const router = useRouter()
  const [state, setState] = useState<null | PushState>(null)
  const [here, setHere] = useState<null | string>(null)
  const [busy, setBusy] = useState<null | string>(null)
  const [code, setCode] = useState<null | string>(null)

  useEffect(() => {
    let isGone = false
    const digests = browsers.map(({ digest }) => digest)
    void Promise.all([pushState(digests), digestHere()]).then(([stands, digest]) => {
      if (!isGone) {
        setState(stands)
        setHere(digest)
      }
    })

    return () => {
      isGone = true
    }
  }, [browsers])

  const begin = async () => {
    setBusy('here')
    const came = await turnOn()
    setBusy(null)
    setCode('code' in came ? came.code : null)
    if ('state' in came) {
      setState(came.state)
    }
    router.refresh()
  }
  const end = async (id: string) => {
    setBusy(id)
    const said = await callApi('/api/account/push/remove', { body: { id } })
    setBusy(null)
    setCode(said.ok ? null : said.code)
    router.refresh()
  }

  return (
    <div className="flex flex-col gap-6">
      {state === null && <Skeleton className="h-11 w-48" />}
      {state === 'unsupported' && <Text tone="muted">{t('unsupported')}</Text>}
      {state === 'denied' && <Alert tone="warning">{t('denied')}</Alert>}
      {state === 'off' && (
        <Button
          className="self-start"
          loading={busy === 'here'}
          onClick={() => void begin()}
          variant="secondary"
        >
          {t('turnOn')}
        </Button>
      )}
      {browsers.length > 0 && (
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {browsers.map(({ id, browser, digest, since, system }) => {
            const name = [browser, system].filter(Boolean).join(', ') || t('unknown')

            return (
              <li
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
                key={id}
              >
                <div className="min-w-0">
                  <p className="font-medium">
                    <bdi>{name}</bdi>
                    {digest === here && <span className="text-muted"> · {t('here')}</span>}
                  </p>
                  <p className="text-sm text-muted">
                    {t('since')} <DateTime timeZone={timeZone} value={since} />
                  </p>
                </div>
                <Button loading={busy === id} onClick={() => void end(id)} variant="quiet">
                  {t('turnOff')}
                  <VisuallyHidden>: {name}</VisuallyHidden>
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <div aria-live="polite">
        {code && <Alert tone="danger">{code === AWAY ? t('away') : errorText(code)}</Alert>}
      </div>
    </div>
  )
}
