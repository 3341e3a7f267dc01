'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import { callApi } from '@/components/shell/api'

/** How far what is written is kept. */
export type Saving = 'failed' | 'no' | 'saved' | 'yes'

/** Rest in ms after which what is being typed is kept. */
const REST = 600

/** Characters up to which a request may outlive its page: browsers allow 64 KiB, and a character may be three bytes. */
const MOST_ALIVE = 20_000

/** Whether sending the same once more may help. */
const mayHelp = (status: number): boolean => status === 0 || status === 429 || status >= 500

type Parts<Part> = Readonly<Record<string, Part>>

type Given<Part> = {
  onRefused: (code: string) => void
  /** How parts of something are sent. */
  requestOf: (of: string, parts: Parts<Part>) => { body: object; path: string }
}

/**
 * Sends the parts of something as they are written, in order, the latest of each alone: the answers of an attempt, the text of a draft. What could not be
 * sent goes along with the next, or as soon as there is a connection again; and what waits goes when the page is left.
 */
export const useKeeping = <Part>(given: Given<Part>) => {
  const [saving, setSaving] = useState<Saving>('no')
  const pending = useRef<{ of: null | string; parts: Parts<Part> }>({ of: null, parts: {} })
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })

  const send = useCallback((): Promise<unknown> => {
    clearTimeout(timer.current)
    line.current = line.current.then(async () => {
      const { of, parts } = pending.current
      if (!of || Object.keys(parts).length === 0) {
        return
      }
      pending.current = { of, parts: {} }
      const { body, path } = latest.current.requestOf(of, parts)
      const kept = await callApi(path, {
        body,
        keepalive: JSON.stringify(body).length < MOST_ALIVE,
        method: 'PATCH',
      })
      setSaving(kept.ok ? 'saved' : 'failed')
      if (kept.ok) {
        return
      }
      if (mayHelp(kept.status) && pending.current.of === of) {
        pending.current = { of, parts: { ...parts, ...pending.current.parts } }
      }
      latest.current.onRefused(kept.code)
    })

    return line.current
  }, [])

  const keep = useCallback(
    ({ isTyped, of, part, value }: { isTyped: boolean; of: string; part: string; value: Part }) => {
      const before = pending.current.of === of ? pending.current.parts : {}
      pending.current = { of, parts: { ...before, [part]: value } }
      setSaving('yes')
      clearTimeout(timer.current)
      if (isTyped) {
        timer.current = setTimeout(() => void send(), REST)
      } else {
        void send()
      }
    },
    [send],
  )

  /** Waits for what is on its way, and forgets what was not sent: the hand-in carries all of it itself. */
  const settle = useCallback(async () => {
    clearTimeout(timer.current)
    pending.current = { of: null, parts: {} }
    await line.current
  }, [])

  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && void send()
    const again = () => void send()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('online', again)

    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('online', again)
      void send()
    }
  }, [send])

  return { keep, saving, settle }
}
