'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

/** What a card says of a course beside its own fields; `seconds` is how long it takes, `price` the lowest in minor units. */
export type SavedFacts = {
  isLowest: boolean
  lessons: number
  price: { amount: number; currency: string } | null
  seconds: number
}

type Offer = {
  courses?: unknown[] | null
  kind: string
  prices?: { amount: number; currency: string }[] | null
}

const NONE: SavedFacts = { isLowest: false, lessons: 0, price: null, seconds: 0 }

const answerOf = async <Body>(address: string): Promise<Body | null> => {
  const answer = await fetch(address)

  return answer.ok ? ((await answer.json()) as Body) : null
}

/** The prices of a course by itself: a bundle, a subscription and instalments are not what its card says. */
const pricesOf = (offers: readonly Offer[]): { amount: number; currency: string }[] =>
  offers
    .filter(({ courses, kind }) => !courses?.length && (kind === 'free' || kind === 'oneTime'))
    .flatMap(({ kind, prices }) =>
      kind === 'free' ? [{ amount: 0, currency: '' }] : (prices?.slice(0, 1) ?? []),
    )

const factsOf = async (id: string): Promise<SavedFacts> => {
  const [course, offers] = await Promise.all([
    answerOf<{ duration?: null | number; lessonCount?: null | number }>(
      `/api/courses/${id}?depth=0&draft=true&select[duration]=true&select[durationMinutes]=true&select[lessonCount]=true`,
    ),
    answerOf<{ docs: Offer[] }>(
      `/api/offers?depth=0&limit=100&where[course][equals]=${id}&where[isActive][equals]=true`,
    ),
  ])
  const prices = pricesOf(offers?.docs ?? []).sort((one, other) => one.amount - other.amount)

  return {
    isLowest: new Set(prices.map(({ amount }) => amount)).size > 1,
    lessons: course?.lessonCount ?? 0,
    price: prices[0] ?? null,
    seconds: course?.duration ?? 0,
  }
}

/** Lessons and prices of the course in the form, asked for again each time it is saved. */
export const useCourseFacts = (): SavedFacts => {
  const { id, lastUpdateTime } = useDocumentInfo()
  const [facts, setFacts] = useState(NONE)
  useEffect(() => {
    let isCurrent = true
    if (id) {
      void factsOf(String(id))
        .then((found) => isCurrent && setFacts(found))
        .catch(() => undefined)
    }

    return () => {
      isCurrent = false
    }
  }, [id, lastUpdateTime])

  return facts
}
