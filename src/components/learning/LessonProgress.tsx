'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'

import { VisuallyHidden } from '@/components/ui/VisuallyHidden'
import type { LessonLearner } from '@/operations/learning/lessonLearner'

import { useLearner } from './useLearner'

type Progress = {
  /** Whose page it is, and how far that learner was when it came; null until the browser knows. */
  learner: LessonLearner | null
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
  learner: null,
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
  given,
  lesson,
}: {
  children: ReactNode
  /** The learner's part as the server rendered it; null on a page that learners share. */
  given: LessonLearner | null
  lesson: string
}) => {
  const t = useTranslations('learn')
  const router = useRouter()
  const [here, setHere] = useState<readonly string[]>([])
  const learner = useLearner(given, lesson)
  const [shown, showShare] = useState<null | number>(null)
  const share = shown ?? learner?.share ?? 0
  const markCompleted = useCallback(
    (done: string) => {
      setHere((held) => (held.includes(done) ? held : [...held, done]))
      router.refresh()
    },
    [router],
  )
  const progress = useMemo(
    () => ({
      isCompleted: (one: string) =>
        here.includes(one) || (learner?.completed.includes(one) ?? false),
      learner,
      markCompleted,
      share,
      showShare,
    }),
    [here, learner, markCompleted, share],
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
