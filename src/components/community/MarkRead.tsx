'use client'

import { useEffect } from 'react'

import { callApi } from '@/components/shell/api'

/** Notes that the reader has seen the discussion as it was at `until`. */
export const MarkRead = ({ cohort, until }: { cohort: string; until: string }) => {
  useEffect(() => {
    void callApi(`/api/cohorts/${cohort}/discussion/read`, { body: { until } })
  }, [cohort, until])

  return null
}
