import { useCallback, useEffect, useState } from 'react'

import type { AccountAction, AccountStatus } from '@/domain/identity/standing'

import { ask } from '../ask'

export type HistoryLine = {
  action: AccountAction
  author: null | { name?: string } | string
  createdAt: string
  id: string
  reason: string
}

type Person = {
  customRole?: unknown
  erasureAt?: null | string
  id: string
  name: string
  roles?: string[]
  status: AccountStatus
}

type Shown = { history: HistoryLine[]; ok: true; person: Person } | { ok: false }

/** An account as it stands, with what staff did to it; the newest first. */
export const usePerson = (id: string) => {
  const [shown, setShown] = useState<Shown>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isCurrent = true
    const query = new URLSearchParams({
      depth: '1',
      limit: '50',
      sort: '-createdAt',
      'where[account][equals]': id,
    })
    void Promise.all([
      ask<Person>(`/api/users/${id}?depth=0`),
      ask<{ docs: HistoryLine[] }>(`/api/account-changes?${query.toString()}`),
    ]).then(([person, history]) => {
      if (isCurrent) {
        setShown(
          person.ok
            ? { history: history.ok ? history.value.docs : [], ok: true, person: person.value }
            : { ok: false },
        )
      }
    })

    return () => {
      isCurrent = false
    }
  }, [id, tries])

  return { reload: useCallback(() => setTries((count) => count + 1), []), shown }
}
