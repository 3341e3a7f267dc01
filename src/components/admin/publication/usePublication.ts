'use client'

import { useCallback, useEffect, useState } from 'react'

import type { Step } from '@/domain/catalog/publication/workflow'
import type { Publication } from '@/operations/catalog/publication'
import type { Point } from '@/domain/catalog/publication/checklist'

/** What is said with a step. */
export type Said = { note: string; points: Point[] }

type Refused = { code: string }

const MOVED = 'lectern-publication'

const addressOf = (course: string): string => `/api/courses/${course}/publication`

/** Takes a step; answers how the course stands then, or the code of the refusal. */
const take = async (course: string, body: object): Promise<Publication | Refused> => {
  try {
    const answer = await fetch(addressOf(course), {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    const said = (await answer.json()) as Publication | { code?: string }

    return answer.ok ? (said as Publication) : { code: (said as { code?: string }).code ?? '' }
  } catch {
    return { code: '' }
  }
}

/**
 * How a course stands, asked for again whenever `version` changes or a step was taken anywhere on the
 * page; null until it is known.
 */
export const usePublication = (course: string, version?: unknown) => {
  const [publication, setPublication] = useState<null | Publication>(null)
  const [hasFailed, setFailed] = useState(false)
  const read = useCallback(async () => {
    try {
      const answer = await fetch(addressOf(course))
      setFailed(!answer.ok)
      if (answer.ok) {
        setPublication((await answer.json()) as Publication)
      }
    } catch {
      setFailed(true)
    }
  }, [course])
  useEffect(() => {
    const again = () => void read()
    again()
    window.addEventListener(MOVED, again)

    return () => window.removeEventListener(MOVED, again)
  }, [read, version])

  return {
    hasFailed,
    publication,
    step: async (step: Step, said: Said): Promise<null | string> => {
      const answer = await take(course, { ...said, seen: publication?.seen, step })
      window.dispatchEvent(new Event(MOVED))

      return 'code' in answer ? answer.code : null
    },
  }
}
