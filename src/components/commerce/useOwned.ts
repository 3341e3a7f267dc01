'use client'

import { useEffect, useState } from 'react'

import { callApi } from '../shell/api'
import { fetchSession } from '../shell/session'

/** How a course stands to whoever is signed in: open, and until when; or closed again since `endedAt`. */
type Owned = { endedAt: null | string; owned: boolean; until: null | string }

type Asked = { endedAt: null | string; enrollment: null | { accessUntil: null | string } }

/** Whether whoever is signed in may learn this course; nothing for visitors and until it is known. */
export const useOwned = (course: string): Owned => {
  const [found, setFound] = useState<Asked>({ endedAt: null, enrollment: null })

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
  const { endedAt, enrollment } = found

  return { endedAt, owned: enrollment !== null, until: enrollment?.accessUntil ?? null }
}
