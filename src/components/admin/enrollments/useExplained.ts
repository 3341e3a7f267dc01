'use client'

import { useCallback, useEffect, useState } from 'react'

import type { Explained } from '@/operations/learning/explain'

type Asked = { course: unknown; learner: unknown }

const read = async ({ course, learner }: Asked): Promise<Explained | null> => {
  const answer = await fetch(
    `/api/courses/${String(course)}/entitlement?learner=${String(learner)}`,
  )

  return answer.ok ? ((await answer.json()) as Explained) : null
}

/** What is open of a course to a learner, and how to have it asked again. */
export const useExplained = ({ course, learner }: Asked) => {
  const [explained, setExplained] = useState<Explained | null>(null)
  const look = useCallback(async () => {
    setExplained(course && learner ? await read({ course, learner }) : null)
  }, [course, learner])
  useEffect(() => {
    let isCurrent = true
    if (course && learner) {
      void read({ course, learner })
        .catch(() => null)
        .then((found) => isCurrent && setExplained(found))
    }

    return () => {
      isCurrent = false
    }
  }, [course, learner])

  return { explained, look }
}
