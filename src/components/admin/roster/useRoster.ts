import { useCallback, useEffect, useState } from 'react'

import type { RosterRow } from '@/domain/learning/roster/row'

import type { Asking } from './asking'

import { readRoster } from './asking'

/** Learners as far as they were read, or the status with which they were refused; undefined while they are fetched. */
type Shown = { next: null | string; ok: true; rows: RosterRow[] } | { ok: false; status: number }

/** A wait before what is typed is asked, in ms. */
const PAUSE = 250

/** The learners of a course by what is asked, and how more of them, or all anew, are fetched. */
export const useRoster = (course: string, asking: Asking) => {
  const [shown, setShown] = useState<Shown>()
  const [isBusy, setBusy] = useState(true)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      setBusy(true)
      void readRoster(course, asking).then((said) => {
        if (isCurrent) {
          setShown(said.ok ? { ...said.value, ok: true } : said)
          setBusy(false)
        }
      })
    }, PAUSE)

    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [asking, course, tries])

  const more = async (): Promise<boolean> => {
    if (!shown?.ok || !shown.next) {
      return true
    }
    setBusy(true)
    const said = await readRoster(course, asking, shown.next)
    setBusy(false)
    if (said.ok) {
      setShown({ next: said.value.next, ok: true, rows: [...shown.rows, ...said.value.rows] })
    }

    return said.ok
  }

  return { isBusy, more, reload: useCallback(() => setTries((count) => count + 1), []), shown }
}
