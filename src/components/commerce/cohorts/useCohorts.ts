'use client'

import { useEffect, useState } from 'react'

import type { CohortOnSale } from '@/operations/commerce/cohortsOnSale'

import { callApi } from '../../shell/api'

/** The cohorts of a course that can be joined now; null until they are known, and where no course is asked about. `reload` asks again. */
export const useCohorts = (
  course: null | string,
): { cohorts: CohortOnSale[] | null; reload: () => void } => {
  const [round, setRound] = useState(0)
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
  }, [course, round])

  return {
    cohorts: found && found.course === course ? found.cohorts : null,
    reload: () => setRound((before) => before + 1),
  }
}

/** Whether somebody can still come in. */
export const hasPlace = ({ isMine, left }: CohortOnSale): boolean => isMine || left !== 0

/** Whether somebody can come in, or wait until they can. */
export const canChoose = (cohort: CohortOnSale): boolean => hasPlace(cohort) || cohort.hasWaitlist

/** The chosen one; at first the one in whose queue the reader is, else the next one that has a place, else the next one at all. */
export const cohortIn = (
  cohorts: null | readonly CohortOnSale[],
  wished: null | string,
): CohortOnSale | null => {
  const open = (cohorts ?? []).filter(canChoose)

  return (
    open.find(({ id }) => id === wished) ??
    open.find(({ queued }) => queued !== null) ??
    open.find(hasPlace) ??
    open[0] ??
    null
  )
}
