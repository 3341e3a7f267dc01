'use client'

import { useTranslations } from 'next-intl'

import { Progress } from '@/components/ui/Progress'
import { percentDone } from '@/domain/learning/completion'
import type { OutlineLesson } from '@/operations/learning/outline'

import { useLessonProgress } from '../LessonProgress'

/** How many of the lessons that count are done, by now. */
export const useCourseProgress = (lessons: readonly OutlineLesson[]) => {
  const { isCompleted } = useLessonProgress()
  const required = lessons.filter(({ isRequired }) => isRequired)

  return { all: required.length, done: required.filter(({ id }) => isCompleted(id)).length }
}

/** The bar over the curriculum: lessons done, of those that count. */
export const CourseProgress = ({ lessons }: { lessons: readonly OutlineLesson[] }) => {
  const t = useTranslations('learn')
  const { all, done } = useCourseProgress(lessons)

  return all > 0 ? (
    <Progress
      label={t('progressLabel')}
      value={percentDone({ all, done })}
      valueText={t('progress', { count: all, done })}
    />
  ) : null
}
