'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import { callApi } from '@/components/shell/api'
import type { Answer, Chosen } from '@/domain/learning/questions/types'

/** How far the answers of an attempt are kept. */
export type Saving = 'failed' | 'no' | 'saved' | 'yes'

/** Rest in ms after which what is being typed is kept. */
const REST = 600

/** Characters up to which a request may outlive its page: browsers allow 64 KiB, and a character may be three bytes. */
const MOST_ALIVE = 20_000

/** Whether sending the same once more may help. */
const mayHelp = (status: number): boolean => status === 0 || status === 429 || status >= 500

/**
 * Sends the answers of an attempt as they are given, in order, the latest of each question alone. What could not be
 * sent goes along with the next, or as soon as there is a connection again; and what waits goes when the page is left.
 */
export const useKeeping = (onRefused: (code: string) => void) => {
  const [saving, setSaving] = useState<Saving>('no')
  const pending = useRef<{ answers: Chosen; attempt: null | string }>({
    answers: {},
    attempt: null,
  })
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const refused = useRef(onRefused)
  useEffect(() => {
    refused.current = onRefused
  })

  const send = useCallback((): Promise<unknown> => {
    clearTimeout(timer.current)
    line.current = line.current.then(async () => {
      const { answers, attempt } = pending.current
      if (!attempt || Object.keys(answers).length === 0) {
        return
      }
      pending.current = { answers: {}, attempt }
      const kept = await callApi(`/api/attempts/${attempt}`, {
        body: { answers },
        keepalive: JSON.stringify(answers).length < MOST_ALIVE,
        method: 'PATCH',
      })
      setSaving(kept.ok ? 'saved' : 'failed')
      if (kept.ok) {
        return
      }
      if (mayHelp(kept.status) && pending.current.attempt === attempt) {
        pending.current = { answers: { ...answers, ...pending.current.answers }, attempt }
      }
      refused.current(kept.code)
    })

    return line.current
  }, [])

  const keep = useCallback(
    (attempt: string, question: string, answer: Answer, isTyped: boolean) => {
      const before = pending.current.attempt === attempt ? pending.current.answers : {}
      pending.current = { answers: { ...before, [question]: answer }, attempt }
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

  /** Waits for what is on its way, and forgets what was not sent: the hand-in carries all answers itself. */
  const settle = useCallback(async () => {
    clearTimeout(timer.current)
    pending.current = { answers: {}, attempt: null }
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
