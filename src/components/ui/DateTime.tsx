'use client'

import { useLocale } from 'next-intl'
import { useSyncExternalStore } from 'react'

import { readerZone } from './reader'
import { relativeTime } from './relativeTime'

const MINUTE = 60_000

const everyMinute = (changed: () => void) => {
  const timer = setInterval(changed, MINUTE)

  return () => clearInterval(timer)
}

/** A time of day is said with the name of its zone, so that nobody takes it for another. */
const TIME = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const

const STYLES = {
  date: { dateStyle: 'medium' },
  dateTime: { day: 'numeric', month: 'short', year: 'numeric', ...TIME },
  relative: { dateStyle: 'medium' },
} as const

const EXACT = { day: 'numeric', month: 'long', year: 'numeric', ...TIME } as const

/**
 * A moment (ISO 8601 or Date, UTC). `relative` says it from now and keeps the exact one in its title; in what the server sends, and before
 * the page is alive, the date stands in `timeZone`, then in the zone that the reader's account has chosen, else in the browser's.
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
  const zone = now === null ? timeZone : readerZone()
  const exact = new Intl.DateTimeFormat(locale, { ...EXACT, timeZone: zone }).format(moment)
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
