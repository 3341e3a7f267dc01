'use client'

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'

import type { Span } from '@/domain/learning/spans'

import { useLessonProgress } from '../LessonProgress'
import { keepReporting } from '../player/keepReporting'
import { serverClock } from '../player/serverClock'

/** What progress in pages is kept of. */
export type Kept = {
  /** Whose progress is kept; null where nobody's is. */
  learner: null | string
  lesson: string
  /** The server's time in ms. */
  now: number
}

/** Follows which pages were seen and where the learner is, from 1, and tells the server. `isWaiting` while reports wait for a connection. */
export const usePageReports = ({ learner, lesson, now }: Kept) => {
  const [isWaiting, setWaiting] = useState(false)
  const [clock] = useState(() => serverClock(now))
  const { markCompleted, showShare } = useLessonProgress()
  const news = useRef<{ isNews: boolean; position: number; spans: Span[] }>({
    isNews: false,
    position: 1,
    spans: [],
  })
  const tell = useRef<() => void>(() => undefined)
  const onAnswer = useEffectEvent(
    (answer: { completed: boolean; lesson: string; share: number }) => {
      if (answer.lesson === lesson) {
        showShare(answer.share)
        if (answer.completed) {
          markCompleted(lesson)
        }
      }
    },
  )

  useEffect(() => {
    if (!learner) {
      return
    }
    const reporting = keepReporting({
      learner,
      onAnswer: (answer) => onAnswer(answer),
      onWaiting: setWaiting,
      take: () => {
        const { isNews, position, spans } = news.current
        news.current = { isNews: false, position, spans: [] }

        return isNews ? { at: clock(), lesson, position, spans } : null
      },
    })
    tell.current = reporting.tell

    return reporting.end
  }, [clock, learner, lesson])

  /** A page was in view for long enough; `isLast` is told at once, since it may complete the lesson. */
  const seen = useCallback((page: number, isLast: boolean) => {
    news.current.spans.push([page - 1, page])
    news.current.isNews = true
    if (isLast) {
      tell.current()
    }
  }, [])
  const at = useCallback((page: number) => {
    if (news.current.position !== page) {
      news.current.position = page
      news.current.isNews = true
    }
  }, [])

  return { at, isWaiting, seen }
}

export type PageReports = ReturnType<typeof usePageReports>
