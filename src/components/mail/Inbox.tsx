'use client'

import { BellOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { EmptyState } from '@/components/ui/EmptyState'
import { TextLink } from '@/components/ui/TextLink'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'

import { markRead } from './unread'

/** What somebody was told of: `link` is a path of the school, moments are ISO 8601. */
type Told = {
  id: string
  createdAt: string
  link: string
  readAt: null | string
  text: string
  title: string
}

type Read = { next: null | string; notifications: Told[] }

/** What somebody was told of, newest first; what is opened is read. */
export const Inbox = ({ first, timeZone }: { first: Read; timeZone: string }) => {
  const t = useTranslations('account.inbox')
  const errorText = useErrorText()
  const locale = useLocale()
  const [{ next, notifications }, setRead] = useState(first)
  const [busy, setBusy] = useState<'marking' | 'more' | null>(null)
  const [error, setError] = useState<null | string>(null)
  const [newest] = notifications

  const more = async (before: string) => {
    setBusy('more')
    const said = await callApi<Read>(`/api/notifications?before=${before}&locale=${locale}`)
    setBusy(null)
    setError(said.ok ? null : `${t('failed')} ${errorText(said.code)}`)
    if (said.ok) {
      setRead((held) => ({
        next: said.data.next,
        notifications: [...held.notifications, ...said.data.notifications],
      }))
    }
  }
  const markAll = async (upTo: string) => {
    setBusy('marking')
    const isKept = await markRead({ upTo })
    setBusy(null)
    setError(isKept ? null : errorText('serverError'))
    if (isKept) {
      const readAt = new Date().toISOString()
      setRead((held) => ({
        ...held,
        notifications: held.notifications.map((one) => ({ ...one, readAt: one.readAt ?? readAt })),
      }))
    }
  }

  if (!newest) {
    return <EmptyState body={t('emptyBody')} icon={BellOff} title={t('emptyTitle')} />
  }

  return (
    <div className="flex flex-col gap-4">
      {notifications.some(({ readAt }) => readAt === null) && (
        <Button
          loading={busy === 'marking'}
          className="self-start"
          onClick={() => void markAll(newest.id)}
          variant="secondary"
        >
          {t('markAll')}
        </Button>
      )}
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {notifications.map(({ id, createdAt, link, readAt, text, title }) => (
          <li className="relative flex gap-3 py-4" key={id}>
            <span
              aria-hidden
              className={`mt-2 size-2 shrink-0 rounded-full ${readAt ? 'bg-transparent' : 'bg-accent'}`}
            />
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <TextLink
                className={readAt ? 'text-text' : 'font-semibold text-text'}
                href={link}
                onClick={() => {
                  if (!readAt) {
                    void markRead({ ids: [id] })
                  }
                }}
                prefetch={false}
                variant="plain"
              >
                {!readAt && <VisuallyHidden>{t('unread')}: </VisuallyHidden>}
                {title}
              </TextLink>
              <p className="text-muted">{text}</p>
              <DateTime className="text-sm text-muted" timeZone={timeZone} value={createdAt} />
            </div>
          </li>
        ))}
      </ul>
      <div aria-live="polite">{error && <Alert tone="danger">{error}</Alert>}</div>
      {next && (
        <Button
          loading={busy === 'more'}
          className="self-center"
          onClick={() => void more(next)}
          variant="secondary"
        >
          {t('more')}
        </Button>
      )}
    </div>
  )
}
