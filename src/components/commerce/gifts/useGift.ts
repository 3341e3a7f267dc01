'use client'

import { useState, useSyncExternalStore } from 'react'

import { emailFault, nameFault } from '@/domain/identity/credentials'

/** What a buyer types of a gift; `day` is `YYYY-MM-DD`, empty where it is sent at once. */
type GiftDraft = { day: string; email: string; message: string; name: string }

const EMPTY: GiftDraft = { name: '', day: '', email: '', message: '' }

/** Whether the page's address asks for a gift. */
const asksForGift = (): boolean => new URLSearchParams(location.search).get('gift') === '1'

const never = () => () => undefined

/** The morning of a day where the buyer is, as an instant; null for today and before. */
const morningOf = (day: string): null | string => {
  const morning = day ? new Date(`${day}T08:00:00`) : null

  return morning && morning.getTime() > Date.now() ? morning.toISOString() : null
}

/** Whether a purchase is a gift, and what is said of it. */
export const useGift = () => {
  const isAsked = useSyncExternalStore(never, asksForGift, () => false)
  const [chosen, setGift] = useState<boolean | null>(null)
  const isGift = chosen ?? isAsked
  const [draft, setDraft] = useState(EMPTY)
  const [asks, setAsks] = useState(0)
  const faults = {
    name: nameFault(draft.name),
    email: emailFault(draft.email.trim()),
  }

  return {
    /** What the checkout is told; null where it is no gift, undefined where something is missing, which then shows. */
    asked: (): null | object | undefined => {
      if (!isGift) {
        return null
      }
      setAsks((count) => count + 1)

      return faults.name || faults.email
        ? undefined
        : {
            name: draft.name.trim(),
            deliverAt: morningOf(draft.day),
            email: draft.email.trim(),
            message: draft.message.trim() || null,
          }
    },
    /** How often it was asked for. */
    asks,
    draft,
    faults: asks > 0 ? faults : { name: null, email: null },
    isGift,
    setDraft,
    setGift,
  }
}
