'use client'

import { useEffect, useState } from 'react'

import { callApi } from '../shell/api'
import { fetchSession } from '../shell/session'

type Start = { name: string; startsAt: string }

/** How a course stands to whoever is signed in: open, and until when; closed again since `endedAt`; or to start with a cohort. */
type Owned = {
  endedAt: null | string
  owned: boolean
  startsWith: null | Start
  until: null | string
}

type Asked = {
  endedAt: null | string
  enrollment: null | { accessUntil: null | string }
  startsWith: null | Start
}

/** Whether whoever is signed in may learn this course; nothing for visitors and until it is known. */
export const useOwned = (course: string): Owned => {
  const [found, setFound] = useState<Asked>({
    endedAt: null,
    enrollment: null,
    startsWith: null,
  })

  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const ask = async () => {
      if (await fetchSession(signal)) {
        const path = `/api/learn/${encodeURIComponent(course)}`
        const answer = await callApi<Asked>(path, { signal })
        if (answer.ok) {
          setFound(answer.data)
        }
      }
    }
    void ask()

    return () => control.abort()
  }, [course])
  const { endedAt, enrollment, startsWith } = found

  return {
    endedAt,
    owned: enrollment !== null,
    startsWith,
    until: enrollment?.accessUntil ?? null,
  }
}
