'use client'

import { useEffect, type RefObject } from 'react'

import { openAt } from './openAt'

const HLS = 'application/vnd.apple.mpegurl'

const isHls = ({ mimeType, src }: Pick<VideoSource, 'mimeType' | 'src'>): boolean =>
  mimeType === HLS || mimeType === 'application/x-mpegurl' || /\.m3u8(?:$|\?)/.test(src)

/** Where a video or a recording comes from: one file, or the play list of a stream. */
export type VideoSource = { captions?: readonly Captions[]; mimeType: null | string; src: string }

/** Captions of a video in one language, ISO 639-1. */
type Captions = { label: null | string; language: string; src: string }

/**
 * Loads a video and opens it at `start.at` seconds, anew for each `start.round`. Files and streams that the browser plays by itself are
 * given to it; other streams go through hls.js, which is fetched only then.
 */
export const useSource = ({
  onFail,
  source: { mimeType, src },
  start: { at, round },
  video,
}: {
  onFail: () => void
  source: VideoSource
  start: { at: number; round: number }
  video: RefObject<HTMLMediaElement | null>
}): void => {
  useEffect(() => {
    const element = video.current
    if (!element) {
      return
    }
    const control = new AbortController()
    openAt(element, at)
    element.addEventListener('error', onFail, { signal: control.signal })
    if (isHls({ mimeType, src }) && !element.canPlayType(HLS)) {
      void stream({ element, onFail, signal: control.signal, src })
    } else {
      element.setAttribute('src', src)
    }

    return () => {
      control.abort()
      element.removeAttribute('src')
      element.load()
    }
  }, [at, mimeType, onFail, round, src, video])
}

const stream = async ({
  element,
  onFail,
  signal,
  src,
}: {
  element: HTMLMediaElement
  onFail: () => void
  signal: AbortSignal
  src: string
}): Promise<void> => {
  const { default: Hls } = await import('hls.js')
  if (signal.aborted) {
    return
  }
  if (!Hls.isSupported()) {
    onFail()

    return
  }
  const hls = new Hls()
  hls.on(Hls.Events.ERROR, (_event, { fatal }) => {
    if (fatal) {
      onFail()
    }
  })
  hls.loadSource(src)
  hls.attachMedia(element)
  signal.addEventListener('abort', () => hls.destroy())
}
