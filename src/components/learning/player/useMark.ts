'use client'

import { useEffect, useState, type RefObject } from 'react'

import type { OpenedVideo } from '@/operations/learning/openVideo'

import { keepMark } from './watermark'

/** Keeps the viewer's mark over a video where the school has it so. True once it was lost, and the video was stopped for that. */
export const useMark = (
  video: RefObject<HTMLVideoElement | null>,
  mark: OpenedVideo['watermark'],
): boolean => {
  const [wasLost, setLost] = useState(false)
  const { name = '', code = '' } = mark ?? {}
  useEffect(() => {
    const element = video.current
    const frame = element?.closest<HTMLElement>('media-controller')
    if (!element || !frame || !code) {
      return
    }

    return keepMark({ frame, mark: { name, code }, onLost: () => setLost(true), video: element })
  }, [code, name, video])

  return wasLost
}
