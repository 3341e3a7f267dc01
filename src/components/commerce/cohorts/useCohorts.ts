'use client'

import { useEffect, useState } from 'react'

import type { CohortOnSale } from '@/operations/commerce/cohortsOnSale'

import { callApi } from '../../shell/api'

/** The cohorts of a course that can be joined now; null until they are known, and where no course is asked about. */
export const useCohorts = (course: null | string): CohortOnSale[] | null => {
  const [found, setFound] = useState<{ cohorts: CohortOnSale[]; course: string } | null>(null)

  useEffect(() => {
    if (!course) {
      return
    }
    const control = new AbortController()
    const { signal } = control
    const ask = async () => {
      const path = `/api/courses/${encodeURIComponent(course)}/cohorts`
      const answer = await callApi<{ cohorts: CohortOnSale[] }>(path, { signal })
      if (!signal.aborted) {
        setFound({ cohorts: answer.ok ? answer.data.cohorts : [], course })
      }
    }
    void ask()

    return () => control.abort()
  }, [course])

  return found && found.course === course ? found.cohorts : null
}

/** Whether somebody can still come in. */
export const hasPlace = ({ isMine, left }: CohortOnSale): boolean => isMine || left !== 0

/** The chosen one, while it has a place, else the next one that has. */
export const cohortIn = (
  cohorts: null | readonly CohortOnSale[],
  wished: null | string,
): CohortOnSale | null => {
  const free = (cohorts ?? []).filter(hasPlace)

  return free.find(({ id }) => id === wished) ?? free[0] ?? null
}
