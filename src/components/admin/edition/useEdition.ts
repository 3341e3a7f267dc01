import { useEffect, useState } from 'react'

import type { CohortEdition } from '@/domain/learning/editions'

type Method = 'DELETE' | 'GET' | 'POST'

/** The edition of a cohort after it was asked for; null where it could not be. */
const send = async (cohort: string, method: Method): Promise<CohortEdition | null> => {
  const answer = await fetch(`/api/cohorts/${cohort}/edition`, { method }).catch(() => null)

  return answer?.ok ? ((await answer.json()) as CohortEdition) : null
}

/** The edition of a cohort (`undefined` until it is read, null where it could not be), and what can be done with it: each answers whether it was. */
export const useEdition = (cohort: string) => {
  const [read, setRead] = useState<CohortEdition | null>()
  useEffect(() => {
    let isCurrent = true
    void send(cohort, 'GET').then((found) => isCurrent && setRead(found))

    return () => {
      isCurrent = false
    }
  }, [cohort])
  const act = async (method: Method): Promise<boolean> => {
    const after = await send(cohort, method)
    if (after) {
      setRead(after)
    }

    return after !== null
  }

  return { act, read }
}
