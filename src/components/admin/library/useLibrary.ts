import { useCallback, useEffect, useState } from 'react'

import type { LibraryPage } from './api'
import type { Asking } from './asking'

import { readPage } from './api'

type Shown = (LibraryPage & { ok: true }) | { ok: false; status: number }

/** A wait before what is typed is asked, in ms. */
const PAUSE = 200

/** How often it is asked anew while a film is being prepared, in ms. */
const OFTEN = 5_000

/** The library by what is asked, as far as it was read, and how more of it, or all anew, is fetched. */
export const useLibrary = (asking: Asking) => {
  const [shown, setShown] = useState<Shown>()
  const [isBusy, setBusy] = useState(true)
  const [tries, setTries] = useState(0)
  const { folder, kind, search, sort, state } = asking
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      setBusy(true)
      void readPage({ folder, kind, search, sort, state, view: 'grid' }).then((said) => {
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
  }, [folder, kind, search, sort, state, tries])
  const reload = useCallback(() => setTries((count) => count + 1), [])
  const isMoving = shown?.ok === true && shown.files.some(isUnderWay)
  useEffect(() => {
    const timer = isMoving ? setInterval(reload, OFTEN) : undefined

    return () => clearInterval(timer)
  }, [isMoving, reload])

  const more = async (): Promise<boolean> => {
    if (!shown?.ok || !shown.next) {
      return true
    }
    setBusy(true)
    const said = await readPage(asking, shown.next)
    setBusy(false)
    if (said.ok) {
      setShown({ ...shown, files: [...shown.files, ...said.value.files], next: said.value.next })
    }

    return said.ok
  }

  return { isBusy, more, reload, shown }
}

const isUnderWay = ({ reason, state }: LibraryPage['files'][number]): boolean =>
  state === 'processing' || (state === 'queued' && !reason)
