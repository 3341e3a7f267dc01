'use client'

import { useSyncExternalStore } from 'react'

import { readerData } from '@/components/shell/readerData'
import type { LessonLearner } from '@/operations/learning/lessonLearner'

const never = () => () => undefined

const here = () => readerData() as LessonLearner | null

/**
 * The learner's part of a lesson's page: as `given` by the server's render, else as the page carries it, from
 * when it stands in the browser. Null until then.
 */
export const useLearner = (given: LessonLearner | null, lesson: string): LessonLearner | null => {
  const carried = useSyncExternalStore(never, here, () => null)

  return given ?? (carried?.lesson === lesson ? carried : null)
}
