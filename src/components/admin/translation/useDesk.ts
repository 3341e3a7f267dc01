import { useCallback, useEffect, useRef, useState } from 'react'

import type { Desk, SideBySide } from '@/operations/translation/read'
import type { Standing } from '@/operations/translation/write'

import type { Document, Said } from './api'

import { confirmText, readDesk, saveText } from './api'

/** A desk, or the status with which it was refused; undefined while it is fetched. */
export type Shown = { desk: Desk; ok: true } | { ok: false; status: number }

/** A document and its translation into `locale`, and what can be done with it. */
export const useDesk = (document: Document, locale: null | string) => {
  const { id, documents } = document
  const [shown, setShown] = useState<Shown>()
  const [tries, setTries] = useState(0)
  const writing = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    let isCurrent = true
    void readDesk({ id, documents }, locale).then((said) => {
      if (isCurrent) {
        setShown(said.ok ? { desk: said.value, ok: true } : said)
      }
    })

    return () => {
      isCurrent = false
    }
  }, [documents, id, locale, tries])

  /** One after the other, so that what was written last is what stays. */
  const act = useCallback(
    (
      segment: SideBySide,
      run: () => Promise<Said<Standing>>,
      change: Partial<SideBySide>,
    ): Promise<Said<Standing>> => {
      const done = writing.current.then(run).then((said) => {
        if (said.ok) {
          setShown((before) => before && after(before, segment.key, said.value, change))
        }

        return said
      })
      writing.current = done

      return done
    },
    [],
  )
  const into = shown?.ok ? shown.desk.locale : null

  return {
    confirm: (segment: SideBySide) =>
      into &&
      act(
        segment,
        () => confirmText({ id, documents }, into, { from: segment.source, key: segment.key }),
        {
          from: segment.source,
        },
      ),
    retry: () => {
      setShown(undefined)
      setTries((count) => count + 1)
    },
    save: (segment: SideBySide, text: string) =>
      into &&
      act(
        segment,
        () => saveText({ id, documents }, into, { from: segment.source, key: segment.key, text }),
        {
          from: segment.source,
          text: text.trim() ? text : null,
        },
      ),
    shown,
  }
}

const after = (
  before: Shown,
  key: string,
  { extent, states }: Standing,
  change: Partial<SideBySide>,
): Shown => {
  if (!before.ok) {
    return before
  }
  const { desk } = before

  return {
    desk: {
      ...desk,
      languages: desk.languages.map((one) =>
        one.locale === desk.locale ? { ...one, ...extent } : one,
      ),
      segments: desk.segments.map((one) =>
        one.key === key ? { ...one, ...change, state: states[key] ?? one.state } : one,
      ),
    },
    ok: true,
  }
}
