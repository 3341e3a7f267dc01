'use client'

import { Monitor, Smartphone } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Badge } from '@/components/ui/Badge'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'
import type { OpenSession } from '@/operations/identity/sessions'

import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'

const PHONES: readonly (null | string)[] = ['Android', 'iPhone']

/** Where one is signed in, each with a way to end it, and one for all others. */
export const SessionList = ({
  sessions,
  timeZone,
}: {
  sessions: readonly OpenSession[]
  timeZone: string
}) => {
  const t = useTranslations('account.security')
  const router = useRouter()
  const errorText = useErrorText()
  const [busy, setBusy] = useState<null | string>(null)
  const [said, setSaid] = useState<null | { error?: string }>(null)
  const others = sessions.filter(({ isCurrent }) => !isCurrent)

  const end = async (key: string, body: object) => {
    setBusy(key)
    const answer = await callApi('/api/account/sessions/end', { body })
    setBusy(null)
    setSaid(answer.ok ? {} : { error: errorText(answer.code) })
    router.refresh()
  }
  const nameOf = ({ app, browser, system }: OpenSession) =>
    app ??
    (browser && system
      ? t('device', { browser, system })
      : (browser ?? system ?? t('unknownDevice')))

  return (
    <div className="flex flex-col gap-4">
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => {
          const { id, isCurrent, place, seenAt, since, system } = session
          const Icon = PHONES.includes(system) ? Smartphone : Monitor
          const name = nameOf(session)

          return (
            <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4" key={id}>
              <Icon aria-hidden className="size-6 shrink-0 text-muted" strokeWidth={1.5} />
              <div className="min-w-40 flex-1">
                <Text strong>{name}</Text>
                <Text size="small" tone="muted">
                  <span className="flex flex-wrap gap-x-4">
                    {place && <bdi>{place}</bdi>}
                    <span>
                      {t('lastSeen')} <DateTime show="date" timeZone={timeZone} value={seenAt} />
                    </span>
                    <span>
                      {t('firstSeen')} <DateTime show="date" timeZone={timeZone} value={since} />
                    </span>
                  </span>
                </Text>
              </div>
              {isCurrent ? (
                <Badge tone="success">{t('thisSession')}</Badge>
              ) : (
                <Button
                  aria-label={t('endOf', { device: name })}
                  loading={busy === id}
                  onClick={() => void end(id, { id })}
                  size="small"
                  variant="secondary"
                >
                  {t('end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {others.length > 0 && (
        <Button
          className="self-start"
          loading={busy === 'others'}
          onClick={() => void end('others', { others: true })}
          variant="secondary"
        >
          {t('endOthers')}
        </Button>
      )}
      <div aria-live="polite">
        {said && <Alert tone={said.error ? 'danger' : 'success'}>{said.error ?? t('ended')}</Alert>}
      </div>
    </div>
  )
}
