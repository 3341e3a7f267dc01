'use client'

import { useEffect, useState } from 'react'

import type { OwnReview } from '@/operations/learning/ownReview'

import { callApi } from '../../shell/api'
import { fetchSession } from '../../shell/session'

/** What a learner may do here; `percent` is null for whoever is not enrolled. */
export type OwnState = {
  from: number
  mayReview: boolean
  percent: null | number
  review: null | OwnReview
}

/** The reader's own review of a course and whether they may write one; null for visitors and until it is known. */
export const useOwnReview = (
  course: string,
): [state: null | OwnState, change: (state: OwnState) => void] => {
  const [state, setState] = useState<null | OwnState>(null)

  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const ask = async () => {
      if (await fetchSession(signal)) {
        const path = `/api/courses/${course}/reviews/mine`
        const answer = await callApi<OwnState>(path, { signal })
        setState(answer.ok ? answer.data : null)
      }
    }
    void ask()

    return () => control.abort()
  }, [course])

  return [state, setState]
}
