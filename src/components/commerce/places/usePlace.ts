'use client'

import { useEffect, useState } from 'react'

import type { Difference } from '@/domain/tenancy/differences'
import type { Moving, ShownPlace, ShownPrice } from '@/domain/commerce/transfers'

import { callApi } from '@/components/shell/api'

/** Where a place is to go, as far as it is chosen. */
export type Chosen = {
  cohort: string
  country: string
  difference: '' | Difference
  offer: string
}

export const NOTHING_CHOSEN: Chosen = { cohort: '', country: '', difference: '', offer: '' }

type Person = { email: string; name: string }

/** What can be done with a paid place: read where `isAsked`, and anew after each answer. */
export const usePlace = (line: string, isAsked: boolean) => {
  const [place, setPlace] = useState<null | ShownPlace>(null)
  const [fault, setFault] = useState<null | string>(null)
  const [isBusy, setBusy] = useState(false)
  const [looks, setLooks] = useState(0)
  /** One move, however often the button is pressed. */
  const [key, setKey] = useState(() => crypto.randomUUID())
  useEffect(() => {
    if (!isAsked) {
      return undefined
    }
    let isGone = false
    void callApi<ShownPlace>(`/api/places/${line}`).then((answer) => {
      if (!isGone) {
        setPlace(answer.ok ? answer.data : null)
        setFault((before) => (answer.ok ? before : answer.code))
      }
    })

    return () => {
      isGone = true
    }
  }, [isAsked, line, looks])
  const again = () => setLooks((count) => count + 1)

  /** Moves it, or answers null and says what was wrong. */
  const move = async (
    to: Chosen | Person,
    { price, reason = '' }: { price: Pick<ShownPrice, 'back' | 'due'>; reason?: string },
  ): Promise<Moving | null> => {
    setBusy(true)
    setFault(null)
    const where =
      'email' in to
        ? { to }
        : {
            to: { cohort: to.cohort || null, offer: to.offer },
            ...(to.country && { billing: { country: to.country } }),
            ...(to.difference && { difference: to.difference }),
          }
    const answer = await callApi<Moving>(`/api/places/${line}/transfer`, {
      body: { ...where, expects: { back: price.back, due: price.due }, key, reason },
    })
    setBusy(false)
    if (answer.ok) {
      return answer.data
    }
    setKey(crypto.randomUUID())
    setFault(answer.code)
    again()

    return null
  }

  /** Ends the move that waits for its payment. */
  const release = async (): Promise<void> => {
    setBusy(true)
    setFault(null)
    const answer = await callApi(`/api/places/${line}/release`, { body: {} })
    setBusy(false)
    setFault(answer.ok ? null : answer.code)
    again()
  }

  return { fault, isBusy, move, place, release }
}

/** What a move costs, asked anew for each choice; null while it is not known, with what is missing for it. */
export const useMovePrice = (
  line: string,
  { cohort, country, difference, offer }: Chosen,
): { fault: null | string; price: null | ShownPrice } => {
  const query = offer
    ? new URLSearchParams({
        offer,
        ...(cohort && { cohort }),
        ...(country && { country }),
        ...(difference && { difference }),
      }).toString()
    : null
  const [told, setTold] = useState<{
    fault: null | string
    price: null | ShownPrice
    query: string
  }>()
  useEffect(() => {
    if (query === null) {
      return undefined
    }
    const asked = new AbortController()
    void callApi<ShownPrice>(`/api/places/${line}/price?${query}`, { signal: asked.signal }).then(
      (answer) => {
        if (!asked.signal.aborted) {
          setTold({
            fault: answer.ok ? null : answer.code,
            price: answer.ok ? answer.data : null,
            query,
          })
        }
      },
    )

    return () => asked.abort()
  }, [line, query])

  return told?.query === query ? told : { fault: null, price: null }
}
