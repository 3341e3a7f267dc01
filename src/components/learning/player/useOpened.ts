'use client'

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

import { callApi } from '@/components/shell/api'
import type { OpenedVideo } from '@/operations/learning/openVideo'

import type { Opened } from './opened'

import { takeEarly } from './early'

type Answered = Partial<OpenedVideo> & { src: null | string }

/** Refusals that say that this lesson is closed, rather than that the network or the server failed. */
const isRefusal = (status: number): boolean => [401, 403, 404, 422].includes(status)

/** Where leave to play a lesson's video is asked for. */
export const openingOf = (lesson: string): string => `/api/learn/videos/${lesson}/open`

/** Asks leave to play a video at the address that gives it; `instead` of the viewer's other devices. */
export const opening = async (address: string, instead: boolean): Promise<Opened> => {
  const answer = await callApi<Answered>(address, { body: { instead } })
  if (!answer.ok) {
    return isRefusal(answer.status) ? { code: answer.code, kind: 'refused' } : { kind: 'failed' }
  }

  return answer.data.src === null
    ? { kind: 'file' }
    : { kind: 'stream', opened: answer.data as OpenedVideo }
}

/** The same film keeps its place, so that nothing is loaded anew. */
const renewed = (before: Opened, now: Opened): Opened =>
  before.kind === 'stream' && now.kind === 'stream' && before.opened.src === now.opened.src
    ? before
    : now

/** How often a player that plays from what it holds asks whether it still may, in ms. */
const LOOK_EVERY = 25_000

/**
 * Asks leave to play a lesson's video, at `opens` where that is given, and again well before it ends. While it plays it looks every half a minute whether
 * it still may, so that who has the whole of a short video in memory is stopped as well. `check` asks at once; `open` begins anew,
 * in place of other devices where `instead` is set; `latest` has the addresses of the last leave.
 */
export const useOpened = (
  { lesson, opens = openingOf(lesson) }: { lesson: string; opens?: string },
  media: RefObject<HTMLMediaElement | null>,
) => {
  const [state, setState] = useState<Opened>({ kind: 'opening' })
  const asking = useRef<null | Promise<Opened>>(null)
  const latest = useRef<null | OpenedVideo>(null)

  const ask = useCallback(
    async (instead: boolean): Promise<Opened> => {
      const mine = (asking.current ??=
        (instead ? null : takeEarly(lesson)) ?? opening(opens, instead))
      const answer = await mine
      if (asking.current === mine) {
        asking.current = null
      }
      if (answer.kind === 'stream') {
        latest.current = answer.opened
      }

      return answer
    },
    [lesson, opens],
  )

  const open = useCallback(
    async (instead = false) => {
      const answer = await ask(instead)
      setState((before) => renewed(before, answer))
    },
    [ask],
  )

  /** True where playing may go on. A lost network is no reason to stop. */
  const check = useCallback(async (): Promise<boolean> => {
    const answer = await ask(false)
    if (answer.kind === 'refused') {
      media.current?.pause()
      setState(answer)

      return false
    }
    if (answer.kind === 'stream') {
      setState((before) => renewed(before, answer))
    }

    return answer.kind === 'stream'
  }, [ask, media])

  useEffect(() => {
    let isHere = true
    void ask(false).then((answer) => isHere && setState(answer))

    return () => {
      isHere = false
    }
  }, [ask])

  const expiresIn = state.kind === 'stream' ? state.opened.expiresIn : null
  const pulse = state.kind === 'stream' ? state.opened.pulse : null
  useEffect(() => {
    if (!expiresIn || !pulse) {
      return
    }
    const renewal = setInterval(() => void check(), expiresIn * 0.4)
    const look = setInterval(() => {
      if (media.current?.paused === false) {
        void fetch(pulse, { cache: 'no-store', method: 'HEAD' }).then(
          ({ status }) => [401, 403, 404].includes(status) && check(),
          () => undefined,
        )
      }
    }, LOOK_EVERY)

    return () => {
      clearInterval(renewal)
      clearInterval(look)
    }
  }, [check, expiresIn, media, pulse])

  return { check, latest, open, state }
}
