'use client'

import { useTranslations } from 'next-intl'

import { Progress } from '@/components/ui/Progress'
import { percentDone } from '@/domain/learning/completion'
import type { SharedOutlineLesson } from '@/operations/learning/lessonLearner'

import { useLessonProgress } from '../LessonProgress'

/** How many of the lessons that count are done, by now. */
export const useCourseProgress = (lessons: readonly SharedOutlineLesson[]) => {
  const { isCompleted } = useLessonProgress()
  const required = lessons.filter(({ isRequired }) => isRequired)

  return { all: required.length, done: required.filter(({ id }) => isCompleted(id)).length }
}

/** The bar over the curriculum: lessons done, of those that count. */
export const CourseProgress = ({ lessons }: { lessons: readonly SharedOutlineLesson[] }) => {
  const t = useTranslations('learn')
  const { learner } = useLessonProgress()
  const { all, done } = useCourseProgress(lessons)

  return all > 0 ? (
    <Progress
      className={learner ? undefined : 'invisible'}
      label={t('progressLabel')}
      value={percentDone({ all, done })}
      valueText={t('progress', { count: all, done })}
    />
  ) : null
}
