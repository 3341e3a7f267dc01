'use client'

import { useCallback, useEffect, useState } from 'react'

import type { PlaceRequest } from '@/domain/learning/placeRequests'

import { callApi } from '../../shell/api'
import { knownSession } from '../../shell/session'

/** What the reader asked for last, and whether anybody is signed in to ask. */
export type Asked = { isSignedIn: boolean; request: null | PlaceRequest }

/** Where the reader's wish for a place by an offer stands; null until it is known, and where no offer is asked about. */
export const useRequest = (
  offer: null | string,
): { asked: Asked | null; setRequest: (request: null | PlaceRequest) => void } => {
  const [found, setFound] = useState<(Asked & { offer: string }) | null>(null)

  useEffect(() => {
    if (!offer) {
      return
    }
    const control = new AbortController()
    const { signal } = control
    const ask = async () => {
      const isSignedIn = (await knownSession(signal)) !== null
      const path = `/api/offers/${offer}/place-request`
      const answer = isSignedIn
        ? await callApi<{ request: null | PlaceRequest }>(path, { signal })
        : null
      if (!signal.aborted) {
        setFound({ isSignedIn, offer, request: answer?.ok ? answer.data.request : null })
      }
    }
    void ask()

    return () => control.abort()
  }, [offer])

  return {
    asked: found && found.offer === offer ? found : null,
    setRequest: useCallback((request) => setFound((held) => held && { ...held, request }), []),
  }
}
