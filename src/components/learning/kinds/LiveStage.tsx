'use client'

import { CalendarPlus, Video } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'

import { callApi } from '@/components/shell/api'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { momentsOf } from '@/domain/learning/session'
import type { SharedLesson } from '@/operations/learning/lessonLearner'
import type { SessionNow } from '@/operations/learning/liveSession'

import { useLessonProgress } from '../LessonProgress'

type Live = NonNullable<SharedLesson['lesson']['live']>

/** Asks so long after the moment, in ms, that the server agrees on it. */
const LATER = 1000

/** The longest a timer of a browser runs, in ms. */
const LONGEST_TIMER = 2_147_483_647

/** When a live session is, for whom it is open by now, and the way in. */
export const LiveStage = ({
  isKept,
  lesson: { id, live },
}: {
  isKept: boolean
  lesson: SharedLesson['lesson']
}) => {
  const t = useTranslations('learn.live')
  const moments = live && momentsOf(live)
  if (!live || !moments) {
    return <Text tone="muted">{t('none')}</Text>
  }

  return (
    <section
      aria-label={t('label')}
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-6"
    >
      <Times live={live} moments={moments} />
      {isKept && <Door lesson={id} />}
    </section>
  )
}

const Times = ({ live, moments }: { live: Live; moments: { closes: number; starts: number } }) => {
  const t = useTranslations('learn.live')
  const locale = useLocale()
  const minutes = Math.round((moments.closes - moments.starts) / 60_000)
  const there =
    live.zone &&
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      month: 'short',
      timeZone: live.zone,
    }).format(moments.starts)

  return (
    <div className="flex flex-col gap-1">
      <Text size="large" strong>
        <DateTime show="dateTime" timeZone={live.zone ?? 'UTC'} value={new Date(moments.starts)} />
      </Text>
      <Text size="small" tone="muted">
        {t('lasts', { minutes })}
        {there && (
          <>
            {' · '}
            {t.rich('there', {
              time: there,
              zone: () => <bdi>{live.zone}</bdi>,
            })}
          </>
        )}
      </Text>
    </div>
  )
}

/** What the server says of the session, asked again when its door opens and when it closes. */
const useSession = (lesson: string) => {
  const [session, setSession] = useState<null | SessionNow>(null)
  const ask = useEffectEvent(async (signal: AbortSignal) => {
    const answer = await callApi<SessionNow>(`/api/learn/live/${lesson}`, { signal })
    if (answer.ok) {
      setSession(answer.data)
    }
  })
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const next = session
      ? { after: null, before: session.opens, open: session.closes }[session.stage]
      : 0
    const wait = session && next !== null ? Math.max(next - session.now, 0) + LATER : 0
    const timer =
      next === null ? undefined : setTimeout(() => void ask(signal), Math.min(wait, LONGEST_TIMER))
    const again = () => {
      if (document.visibilityState === 'visible') {
        void ask(signal)
      }
    }
    document.addEventListener('visibilitychange', again)

    return () => {
      control.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [session])

  return session
}

const Door = ({ lesson }: { lesson: string }) => {
  const t = useTranslations('learn.live')
  const session = useSession(lesson)
  const { markCompleted } = useLessonProgress()
  const join = async () => {
    const answer = await callApi<{ completed: boolean }>('/api/progress/attended', {
      body: { lesson },
      keepalive: true,
    })
    if (answer.ok && answer.data.completed) {
      markCompleted(lesson)
    }
  }

  return (
    <>
      <div aria-live="polite">
        {session?.stage === 'before' && (
          <Text>
            {t.rich('before', { time: () => <DateTime value={new Date(session.opens)} /> })}
          </Text>
        )}
        {session?.stage === 'after' && <Text>{t('after')}</Text>}
        {session?.stage === 'open' && !session.joinUrl && <Text>{t('noLink')}</Text>}
      </div>
      <div className="flex flex-wrap gap-3">
        {session?.stage === 'open' && session.joinUrl && (
          <Button asChild>
            <TextLink
              className="no-underline"
              href={session.joinUrl}
              onClick={() => void join()}
              target="_blank"
              variant="plain"
            >
              <Video aria-hidden className="size-5" strokeWidth={1.5} />
              {t('join')}
            </TextLink>
          </Button>
        )}
        {session && session.stage !== 'after' && (
          <ButtonLink
            download
            href={`/api/learn/live/${lesson}/calendar`}
            prefetch={false}
            variant="secondary"
          >
            <CalendarPlus aria-hidden className="size-5" strokeWidth={1.5} />
            {t('calendar')}
          </ButtonLink>
        )}
      </div>
    </>
  )
}
