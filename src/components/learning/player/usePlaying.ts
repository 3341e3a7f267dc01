'use client'

import { useState, type RefObject } from 'react'

import { useTranslations } from 'next-intl'

import { speakControls } from './controlWords'
import { LONG_JUMP } from './keys'
import type { Failed } from './stream'
import { useKeys } from './useKeys'
import { useOpened } from './useOpened'
import { usePreferences } from './usePreferences'
import { useSource, type VideoSource } from './useSource'
import { useWatching } from './useWatching'

/** What a lesson's player is told; `asked` and `startAt` in seconds, `now` the server's time in ms. */
export type PlayerProps = {
  /** Where the page's address has it start; null where it does not say. */
  asked: null | number
  /** Whether the reader reads another language than the school's own: captions in it are on from the first. */
  isForeign: boolean
  /** Whose progress is kept; null for a visitor of a preview. */
  learner: null | string
  lesson: string
  now: number
  source: VideoSource
  /** Where its learner left it. */
  startAt: number
  title: string
}

const HLS = 'application/vnd.apple.mpegurl'

/**
 * All that a video and a recording have in common: leave to play, the source with its place, keys, what was played, what
 * the viewer chose last time, and words on the controls in the reader's language. `tryAgain` fetches the source anew and goes on where it stopped;
 * `refused` says why nothing may be played.
 */
export const usePlaying = (
  media: RefObject<HTMLMediaElement | null>,
  {
    asked,
    learner,
    lesson,
    locale,
    now,
    source,
    startAt,
  }: Omit<PlayerProps, 'isForeign' | 'title'> & { locale: string },
) => {
  const t = useTranslations('learn')
  useState(() =>
    speakControls({ jump: LONG_JUMP, locale, word: (key) => String(t.raw(`player.${key}`)) }),
  )
  const [failed, setFailed] = useState<Failed | null>(null)
  const [start, setStart] = useState({ at: asked ?? startAt, round: 0 })
  const { check, latest, open, state } = useOpened({ lesson, opens: source.opens }, media)
  const stream = state.kind === 'stream' ? state.opened : null
  const isWaiting = useWatching({ isPlaced: asked !== null, learner, lesson, now, video: media })
  usePreferences(media)
  useSource({
    latest,
    mayGoOn: check,
    onFail: setFailed,
    source: stream ? { mimeType: HLS, src: stream.src } : state.kind === 'file' ? source : null,
    start,
    video: media,
  })
  useKeys(media)

  const goOn = (instead: boolean) => {
    setFailed(null)
    setStart(({ at, round }) => ({ at: media.current?.currentTime || at, round: round + 1 }))
    if (state.kind !== 'file') {
      void open(instead)
    }
  }

  return {
    failed: failed ?? (state.kind === 'failed' ? 'failed' : null),
    isWaiting,
    onRefused: goOn,
    refused: state.kind === 'refused' ? state.code : null,
    stream,
    tryAgain: () => goOn(false),
  }
}
