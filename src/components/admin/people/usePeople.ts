import { useCallback, useEffect, useState } from 'react'

import type { ListedPerson } from '@/domain/identity/people/query'

import type { Asking } from './asking'

import { ask } from '../ask'
import { query } from './asking'

type Page = { next: null | string; people: ListedPerson[] }
type Count = { count: number; tags: { count: number; tag: string }[] }

/** People as far as they were read, or the status with which they were refused; undefined while they are fetched. */
type Shown = { ok: false; status: number } | (Page & { ok: true })

/** A wait before what is typed is asked, in ms. */
const PAUSE = 250

/** The people of the school by what is asked, how many they are, and how more of them, or all anew, are fetched. */
export const usePeople = (asking: Asking) => {
  const [shown, setShown] = useState<Shown>()
  const [count, setCount] = useState<Count>({ count: 0, tags: [] })
  const [isBusy, setBusy] = useState(true)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      setBusy(true)
      void ask<Page>(`/api/people?${query(asking, { sort: asking.sort })}`).then((said) => {
        if (isCurrent) {
          setShown(said.ok ? { ...said.value, ok: true } : said)
          setBusy(false)
        }
      })
      void ask<Count>(`/api/people/count?${query(asking)}`).then(
        (said) => isCurrent && said.ok && setCount(said.value),
      )
    }, PAUSE)

    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [asking, tries])

  const more = async (): Promise<boolean> => {
    if (!shown?.ok || !shown.next) {
      return true
    }
    setBusy(true)
    const said = await ask<Page>(
      `/api/people?${query(asking, { after: shown.next, sort: asking.sort })}`,
    )
    setBusy(false)
    if (said.ok) {
      setShown({ next: said.value.next, ok: true, people: [...shown.people, ...said.value.people] })
    }

    return said.ok
  }

  return {
    ...count,
    isBusy,
    more,
    reload: useCallback(() => setTries((tried) => tried + 1), []),
    shown,
  }
}
