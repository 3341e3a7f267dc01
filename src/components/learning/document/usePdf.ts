'use client'

import { useCallback, useEffect, useState } from 'react'

import { loadPdf, type Pdf } from './loadPdf'

/** A page's measures at full size, in points. */
export type PageSize = { height: number; width: number }

type State = { kind: 'failed' } | { kind: 'loading' } | { kind: 'ready'; pdf: Pdf; size: PageSize }

/** A document and the size of its first page; `again` tries once more where it failed. */
export const usePdf = (src: string) => {
  const [round, setRound] = useState(0)
  const [held, setHeld] = useState<{ key: string; state: State }>({
    key: '',
    state: { kind: 'loading' },
  })
  const key = `${round} ${src}`
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const tell = (state: State) => {
      if (!signal.aborted) {
        setHeld({ key, state })
      }
    }
    const open = async () => {
      const pdf = await loadPdf(src, signal)
      const page = await pdf.getPage(1)
      const { height, width } = page.getViewport({ scale: 1 })
      tell({ kind: 'ready', pdf, size: { height, width } })
    }
    open().catch(() => tell({ kind: 'failed' }))

    return () => control.abort()
  }, [key, src])
  const again = useCallback(() => setRound((before) => before + 1), [])
  const state: State = held.key === key ? held.state : { kind: 'loading' }

  return { again, state }
}
