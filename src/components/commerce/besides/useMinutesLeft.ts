'use client'

import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

const minutesFrom = (now: number, end: string): number =>
  Math.max(0, Math.ceil((new Date(end).getTime() - now) / MINUTE_MS))

/** Whole minutes until `end`, as they pass; counted from `now`, when the page was made, until the browser's own clock is known. */
export const useMinutesLeft = (end: string, now: string): number => {
  const [at, setAt] = useState(() => new Date(now).getTime())

  useEffect(() => {
    const timer = setInterval(() => setAt((before) => before + MINUTE_MS / 4), MINUTE_MS / 4)

    return () => clearInterval(timer)
  }, [])

  return minutesFrom(at, end)
}
