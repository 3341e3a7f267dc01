'use client'

import { useEffect, useState } from 'react'

import type { OwnPath } from '@/operations/learning/paths'

import { callApi } from '../../shell/api'
import { fetchSession } from '../../shell/session'

/** Nothing is known yet, nobody is signed in, it could not be told, or the reader's own place on a path. */
export type PathState = 'failed' | 'unknown' | 'visitor' | OwnPath

/** The reader's place on a path, and how to set it after a change. */
export const useOwnPath = (path: string): [PathState, (state: PathState) => void] => {
  const [state, setState] = useState<PathState>('unknown')
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const ask = async () => {
      if (!(await fetchSession(signal))) {
        setState('visitor')

        return
      }
      const answer = await callApi<OwnPath>(`/api/paths/${path}/mine`, { signal })
      if (!signal.aborted) {
        setState(answer.ok ? answer.data : 'failed')
      }
    }
    void ask()

    return () => control.abort()
  }, [path])

  return [state, setState]
}
