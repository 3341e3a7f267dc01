'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'

import { VisuallyHidden } from '@/components/ui/VisuallyHidden'

type Progress = {
  /** True when the lesson was complete already, or became so on this page. */
  isCompleted: (lesson: string) => boolean
  /** Says that the server holds a lesson for complete. */
  markCompleted: (lesson: string) => void
  /** Share of the open lesson's video that was seen, 0 to 1. */
  share: number
  showShare: (share: number) => void
}

const ProgressContext = createContext<Progress>({
  isCompleted: () => false,
  markCompleted: () => undefined,
  share: 0,
  showShare: () => undefined,
})

/** What is complete, as the open lesson page knows it by now. */
export const useLessonProgress = () => use(ProgressContext)

/**
 * Holds what the learner completes while the page is open, so that ticks, bars and buttons follow at once;
 * it is told aloud, and the rest of the page is asked for anew.
 */
export const LessonProgress = ({
  children,
  completed,
  share: shareBefore,
}: {
  children: ReactNode
  completed: readonly string[]
  share: number
}) => {
  const t = useTranslations('learn')
  const router = useRouter()
  const [here, setHere] = useState<readonly string[]>([])
  const [share, showShare] = useState(shareBefore)
  const markCompleted = useCallback(
    (lesson: string) => {
      setHere((held) => (held.includes(lesson) ? held : [...held, lesson]))
      router.refresh()
    },
    [router],
  )
  const progress = useMemo(
    () => ({
      isCompleted: (lesson: string) => completed.includes(lesson) || here.includes(lesson),
      markCompleted,
      share,
      showShare,
    }),
    [completed, here, markCompleted, share],
  )

  return (
    <ProgressContext value={progress}>
      {children}
      <div aria-live="polite" role="status">
        {here.length > 0 && <VisuallyHidden>{t('completedAnnouncement')}</VisuallyHidden>}
      </div>
    </ProgressContext>
  )
}
