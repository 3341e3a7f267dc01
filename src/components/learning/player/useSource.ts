'use client'

import { useEffect, type RefObject } from 'react'

import type { Chapter } from '@/domain/media/chapters'
import type { OpenedVideo } from '@/operations/learning/openVideo'

import { openAt } from './openAt'
import { streamInto, type Failed } from './stream'

const HLS = 'application/vnd.apple.mpegurl'

const isHls = ({ mimeType, src }: Pick<VideoSource, 'mimeType' | 'src'>): boolean =>
  mimeType === HLS || mimeType === 'application/x-mpegurl' || /\.m3u8(?:$|\?)/.test(src)

/** Where a video or a recording comes from: one file, or the play list of a stream. */
export type VideoSource = {
  captions?: readonly Captions[]
  chapters?: readonly Chapter[]
  /** Whether questions are asked inside it. */
  hasCues?: boolean
  mimeType: null | string
  /** Where leave to play is asked for, where that is not its lesson's own address. */
  opens?: string
  src: string
}

/** Captions of a video in one language, ISO 639-1. */
export type Captions = { label: null | string; language: string; src: string }

/**
 * Loads a video and opens it at `start.at` seconds, anew for each `start.round`; nothing while there is no source. Streams go through hls.js;
 * the browser plays them by itself where hls.js cannot. `mayGoOn` is asked when the server says no; `latest` has the stream's newest addresses.
 */
export const useSource = ({
  latest,
  mayGoOn,
  onFail,
  source,
  start: { at, round },
  video,
}: {
  latest: RefObject<null | Pick<OpenedVideo, 'edge' | 'licences' | 'src'>>
  mayGoOn: () => Promise<boolean>
  onFail: (why: Failed) => void
  source: null | Pick<VideoSource, 'mimeType' | 'src'>
  start: { at: number; round: number }
  video: RefObject<HTMLMediaElement | null>
}): void => {
  const { mimeType = null, src = null } = source ?? {}
  useEffect(() => {
    const element = video.current
    if (!element || src === null) {
      return
    }
    const control = new AbortController()
    const { signal } = control
    openAt(element, at)
    if (isHls({ mimeType, src })) {
      streamInto({
        edge: () => latest.current?.edge ?? null,
        element,
        licences: () => latest.current?.licences ?? null,
        mayGoOn,
        newest: () => latest.current?.src ?? src,
        onFail,
        signal,
        src,
      })
    } else {
      element.addEventListener('error', () => onFail('failed'), { signal })
      element.setAttribute('src', src)
    }

    return () => {
      control.abort()
      element.removeAttribute('src')
      element.load()
    }
  }, [at, latest, mayGoOn, mimeType, onFail, round, src, video])
}
