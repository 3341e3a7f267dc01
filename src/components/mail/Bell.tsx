'use client'

import { Bell as Mark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'

import { FRESH_MS, fetchUnread, onRead } from './unread'

/** More than so many are not counted. */
const MOST = 99

/** The way to one's notifications, with how many are unread; asked again when its reader comes back to the page. */
export const Bell = () => {
  const t = useTranslations('shell.bell')
  const [count, setCount] = useState(0)

  useEffect(() => {
    const control = new AbortController()
    let asked = 0
    const ask = () => {
      asked = Date.now()
      void fetchUnread(control.signal).then((unread) => {
        if (unread !== null && !control.signal.aborted) {
          setCount(unread)
        }
      })
    }
    const comeBack = () => {
      if (document.visibilityState === 'visible' && Date.now() - asked > FRESH_MS) {
        ask()
      }
    }
    ask()
    const stop = onRead(ask)
    document.addEventListener('visibilitychange', comeBack)

    return () => {
      stop()
      document.removeEventListener('visibilitychange', comeBack)
      control.abort()
    }
  }, [])

  return (
    <ButtonLink
      className="relative rounded-full"
      href="/account/inbox"
      prefetch={false}
      size="icon"
      variant="quiet"
    >
      <Mark aria-hidden className="size-5" strokeWidth={1.5} />
      <VisuallyHidden>
        {count === 0 ? t('none') : count > MOST ? t('many', { count: MOST }) : t('some', { count })}
      </VisuallyHidden>
      {count > 0 && (
        <span
          aria-hidden
          className="absolute end-0 top-0 flex min-w-5 items-center justify-center rounded-full bg-accent px-1 text-xs leading-5 font-semibold text-accent-contrast tabular-nums"
        >
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </ButtonLink>
  )
}
