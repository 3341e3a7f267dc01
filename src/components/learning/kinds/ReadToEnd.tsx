'use client'

import { useEffect, useEffectEvent, useRef } from 'react'

import { callApi } from '@/components/shell/api'
import type { TextRead } from '@/operations/learning/readText'

import { useLessonProgress } from '../LessonProgress'

const SECOND = 1000

/** Stands at the end of a text: once it comes into view, and as much time has passed as reading takes, the lesson is done. */
export const ReadToEnd = ({ lesson }: { lesson: string }) => {
  const end = useRef<HTMLDivElement>(null)
  const { isCompleted, markCompleted } = useLessonProgress()
  const isDone = isCompleted(lesson)
  const tell = useEffectEvent(async (isAtEnd: boolean): Promise<null | number> => {
    const answer = await callApi<TextRead>('/api/progress/read', { body: { isAtEnd, lesson } })
    if (answer.ok && answer.data.completed) {
      markCompleted(lesson)

      return null
    }

    return answer.ok ? answer.data.wait : null
  })
  useEffect(() => {
    const element = end.current
    if (!element || isDone) {
      return
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const arrive = async () => {
      const wait = await tell(true)
      if (wait !== null && !isOver) {
        timer = setTimeout(() => void arrive(), Math.max(wait, 1) * SECOND)
      }
    }
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        observer.disconnect()
        void arrive()
      }
    })
    void tell(false).then(() => {
      if (!isOver) {
        observer.observe(element)
      }
    })

    return () => {
      isOver = true
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [isDone, lesson])

  return <div aria-hidden className="h-px" ref={end} />
}
