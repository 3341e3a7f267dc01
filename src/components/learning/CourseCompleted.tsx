'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'
import type { SharedOutlineLesson } from '@/operations/learning/lessonLearner'

import { useLessonProgress } from './LessonProgress'
import { useCourseProgress } from './rail/CourseProgress'

/** Said once, softly, when the last lesson of a course is done while its page is open. */
export const CourseCompleted = ({
  hasCertificate,
  lessons,
}: {
  hasCertificate: boolean
  lessons: readonly SharedOutlineLesson[]
}) => {
  const t = useTranslations('learn')
  const shell = useTranslations('shell')
  const { all, done } = useCourseProgress(lessons)
  const { learner } = useLessonProgress()
  const isComplete = all > 0 && done === all
  const [wasComplete, setWasComplete] = useState<boolean | null>(null)
  if (learner && wasComplete === null) {
    setWasComplete(isComplete)
  }

  return isComplete && wasComplete === false ? (
    <Alert
      action={
        <ButtonLink href="/dashboard" prefetch={false} size="small" variant="secondary">
          {shell('dashboard')}
        </ButtonLink>
      }
      className="animate-rise-in"
      title={t('courseCompletedTitle')}
      tone="success"
    >
      {t(hasCertificate ? 'courseCompletedBody' : 'courseCompletedPlain')}
    </Alert>
  ) : null
}
