'use client'

import { useEffect, useState } from 'react'

import type { TranscriptFailure, TranscriptState } from '@/domain/media/transcripts'

import { ask as askApi } from '../ask'

type ShownTranscript = {
  captions: null | string
  language: string
  percent: number
  reason: null | TranscriptFailure
  status: TranscriptState
}

/** How often it is asked how far they are while one is under way, in ms. */
const OFTEN_MS = 3_000

/** A film's transcripts, asked again while one is under way; `ask` answers the code of a refusal. */
export const useTranscripts = (file: string) => {
  const [transcripts, setTranscripts] = useState<ShownTranscript[]>([])
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let clock: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const look = async (): Promise<void> => {
      const said = await askApi<{ docs: ShownTranscript[] }>(
        `/api/transcripts?depth=0&limit=30&where[media][equals]=${encodeURIComponent(file)}`,
      )
      if (isOver || !said.ok) {
        return
      }
      const { docs } = said.value
      setTranscripts(docs)
      if (docs.some(({ status }) => status === 'queued' || status === 'processing')) {
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
    ask: async (language: string): Promise<null | string> => {
      const said = await askApi(`/api/videos/${file}/transcript`, { language })
      setAsked((times) => times + 1)

      return said.ok ? null : typeof said.said.code === 'string' ? said.said.code : 'failed'
    },
    transcripts,
  }
}
