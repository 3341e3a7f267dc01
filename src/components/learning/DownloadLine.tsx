'use client'

import { useState, type ReactNode } from 'react'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Button } from '@/components/ui/Button'
import { useToast } from '@/components/ui/Toast'
import type { Download } from '@/operations/learning/downloads'

import { useLessonProgress } from './LessonProgress'

/** Takes a file for its learner: a link is made for them at that moment, which opens once and for a short time. */
export const DownloadLine = ({
  children,
  className,
  file,
  lesson,
}: {
  children: ReactNode
  className?: string
  file: string
  lesson: string
}) => {
  const sentence = useErrorText()
  const toast = useToast()
  const { markCompleted } = useLessonProgress()
  const [isSending, setSending] = useState(false)
  const take = async () => {
    setSending(true)
    const answer = await callApi<Download>('/api/learn/downloads', { body: { file, lesson } })
    setSending(false)
    if (!answer.ok) {
      toast({ title: sentence(answer.code), tone: 'danger' })

      return
    }
    location.assign(answer.data.url)
    if (answer.data.completed) {
      markCompleted(lesson)
    }
  }

  return (
    <Button
      className={className}
      loading={isSending}
      onClick={() => void take()}
      variant="quiet"
      wide
    >
      {children}
    </Button>
  )
}
