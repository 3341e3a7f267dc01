'use client'

import type { Course } from '@payload-types'

import { useEffect, useState } from 'react'

import { callApi } from '../shell/api'

/** What a checkout shows of a course. */
export type BoughtCourse = Pick<Course, 'cover' | 'id' | 'slug' | 'title'>

/** Published courses by id, in one call; empty until they are known. */
export const useCourses = (ids: readonly string[]): readonly BoughtCourse[] => {
  const [courses, setCourses] = useState<readonly BoughtCourse[]>([])
  const wanted = ids.join()

  useEffect(() => {
    if (!wanted) {
      return
    }
    const control = new AbortController()
    const query = new URLSearchParams([
      ['depth', '1'],
      ['limit', '50'],
      ['select[cover]', 'true'],
      ['select[slug]', 'true'],
      ['select[title]', 'true'],
      ['where[id][in]', wanted],
    ])
    const path = `/api/courses?${query.toString()}`
    void callApi<{ docs: BoughtCourse[] }>(path, { signal: control.signal }).then((answer) => {
      if (answer.ok) {
        setCourses(answer.data.docs)
      }
    })

    return () => control.abort()
  }, [wanted])

  return courses
}
