'use client'

import { useEffect, useState } from 'react'

import type { SubscriptionStatus } from '@/domain/commerce/subscriptions'

import { callApi } from '@/components/shell/api'

import type { SubscriptionStep } from './words'

/** A subscription as its desk needs it. */
export type Held = {
  cancelAtPeriodEnd?: boolean | null
  kind: 'plan' | 'subscription'
  offer: string
  status: SubscriptionStatus
}

/** How a step is asked for: below the subscription, with what is said besides. */
export const ROUTES: Record<SubscriptionStep, { body: object; path: string }> = {
  cancelEnd: { body: { at: 'end' }, path: 'cancel' },
  cancelNow: { body: { at: 'now' }, path: 'cancel' },
  change: { body: {}, path: 'change' },
  pause: { body: {}, path: 'pause' },
  resume: { body: {}, path: 'resume' },
  retry: { body: {}, path: 'retry' },
  unpause: { body: {}, path: 'unpause' },
}

/** What can be done to a subscription as it stands; `mostMonths` is for how long its offer lets it be paused. */
export const stepsFor = (
  { cancelAtPeriodEnd, kind, status }: Held,
  mostMonths: number,
): SubscriptionStep[] => {
  const isRunning = ['active', 'pastDue', 'paused', 'trialing'].includes(status)
  const isOwn = kind === 'subscription'
  const possible: [SubscriptionStep, boolean][] = [
    ['retry', status === 'pastDue' && !cancelAtPeriodEnd],
    ['resume', isRunning && cancelAtPeriodEnd === true],
    ['unpause', status === 'paused'],
    ['change', isOwn && status === 'active' && !cancelAtPeriodEnd],
    ['pause', isOwn && status === 'active' && !cancelAtPeriodEnd && mostMonths > 0],
    ['cancelEnd', isOwn && isRunning && !cancelAtPeriodEnd],
    ['cancelNow', isRunning],
  ]

  return possible.flatMap(([step, isPossible]) => (isPossible ? [step] : []))
}

/** The subscription of the form and how long it may be paused, read anew after each step; null until they are known. */
export const useSubscription = (id: null | string) => {
  const [held, setHeld] = useState<null | { mostMonths: number; subscription: Held }>(null)
  const [looks, setLooks] = useState(0)
  useEffect(() => {
    if (!id) {
      return undefined
    }
    let isGone = false
    const read = async () => {
      const found = await callApi<Held>(`/api/subscriptions/${id}?depth=0&joins=false`)
      if (!found.ok) {
        return
      }
      const offer = await callApi<{ mostPauseMonths?: null | number }>(
        `/api/offers/${found.data.offer}?depth=0&select[mostPauseMonths]=true`,
      )
      if (!isGone) {
        const mostMonths = (offer.ok && offer.data.mostPauseMonths) || 0
        setHeld({ mostMonths, subscription: found.data })
      }
    }
    void read()

    return () => {
      isGone = true
    }
  }, [id, looks])

  return { again: () => setLooks((count) => count + 1), held }
}
