import { cache } from 'react'

import type { LessonView } from '@/operations/learning/lessonView'

import { askerOf } from '@/operations/learning/asker'
import { readLesson } from '@/operations/learning/lessonView'
import { currentRequest } from '@/request'

/** The lesson as whoever asks may see it, read once for a page and its title; null where it is not in that course. */
export const viewOf = cache(async (course: string, lesson: string): Promise<LessonView | null> => {
  const req = await currentRequest()
  const view = await readLesson({ asker: askerOf(req), lesson, req })

  return view?.course.slug === course ? view : null
})
