'use client'

import { useEffect, useState } from 'react'

import type { Failure, Ladder, PROVIDERS, VideoState } from '@/domain/media/videos'

import { ask } from '../ask'

export type ShownVideo = {
  ladder: Ladder | null
  percent: number
  provider: (typeof PROVIDERS)[number]['value']
  reason: Failure | null
  status: VideoState
}

/** How often it is asked how far a video is while that changes, in ms. */
const OFTEN_MS = 2_000

const isUnderWay = (video: null | ShownVideo): boolean =>
  video === null || video.status === 'queued' || video.status === 'processing'

/** How a file's video stands, asked again while it is under way; null until it is known of. */
export const useVideo = (
  file: string,
): { again: () => Promise<boolean>; video: null | ShownVideo } => {
  const [video, setVideo] = useState<null | ShownVideo>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let clock: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const look = async (): Promise<void> => {
      const said = await ask<{ docs: ShownVideo[] }>(
        `/api/videos?depth=0&limit=1&where[media][equals]=${encodeURIComponent(file)}`,
      )
      if (isOver) {
        return
      }
      const found = said.ok ? (said.value.docs[0] ?? null) : null
      if (found) {
        setVideo(found)
      }
      if (isUnderWay(found)) {
        clock = setTimeout(() => void look(), OFTEN_MS)
      }
    }
    look().catch(() => undefined)

    return () => {
      isOver = true
      clearTimeout(clock)
    }
  }, [asked, file])

  return {
    again: async () => {
      const { ok } = await ask(`/api/videos/${file}/retry`, {})
      setAsked((times) => times + 1)

      return ok
    },
    video,
  }
}
