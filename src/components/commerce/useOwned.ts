'use client'

import { useEffect, useState } from 'react'

import { callApi } from '../shell/api'
import { fetchSession } from '../shell/session'

/** Whether whoever is signed in may learn this course; false for visitors and until it is known. */
export const useOwned = (course: string): boolean => {
  const [owned, setOwned] = useState(false)

  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const ask = async () => {
      if (await fetchSession(signal)) {
        const path = `/api/learn/${encodeURIComponent(course)}`
        const answer = await callApi<{ enrollment: null | object }>(path, { signal })
        setOwned(answer.ok && answer.data.enrollment !== null)
      }
    }
    void ask()

    return () => control.abort()
  }, [course])

  return owned
}
