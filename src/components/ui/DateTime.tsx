'use client'

import { useLocale } from 'next-intl'
import { useSyncExternalStore } from 'react'

import { relativeTime } from './relativeTime'

const MINUTE = 60_000

const everyMinute = (changed: () => void) => {
  const timer = setInterval(changed, MINUTE)

  return () => clearInterval(timer)
}

const STYLES = {
  date: { dateStyle: 'medium' },
  dateTime: { dateStyle: 'medium', timeStyle: 'short' },
  relative: { dateStyle: 'medium' },
} as const

/**
 * A moment (ISO 8601 or Date, UTC). `relative` says it from now and keeps the exact one in its title; in what the server sends, and before
 * the page is alive, the date stands in `timeZone`, then in the reader's own.
 */
export const DateTime = ({
  className,
  show = 'relative',
  timeZone = 'UTC',
  value,
}: {
  className?: string
  show?: keyof typeof STYLES
  timeZone?: string
  value: Date | string
}) => {
  const locale = useLocale()
  const now = useSyncExternalStore(
    everyMinute,
    () => Math.ceil(Date.now() / MINUTE) * MINUTE,
    () => null,
  )
  const moment = new Date(value)
  const zone = now === null ? timeZone : undefined
  const exact = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  }).format(moment)
  const near =
    now !== null && show === 'relative'
      ? relativeTime({ locale, now, then: moment.getTime() })
      : null

  return (
    <time className={className} dateTime={moment.toISOString()} title={exact}>
      {near ?? new Intl.DateTimeFormat(locale, { ...STYLES[show], timeZone: zone }).format(moment)}
    </time>
  )
}
